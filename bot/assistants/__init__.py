"""The statement for assistants, over the Model Context Protocol; only this part knows its SDK."""
