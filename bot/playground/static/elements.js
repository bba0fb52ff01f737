// Interactive elements -> DOM nodes. https://docs.slack.dev/reference/block-kit/block-elements

import { button, feedback, iconAction, overflow } from "./buttons.js";
import { checkboxes, radioButtons } from "./choices.js";
import { datePicker, timePicker } from "./moments.js";
import { multiSelect, select } from "./selects.js";
import { textInput } from "./textinput.js";
import { unknown } from "./unknown.js";

const ELEMENTS = {
  button,
  overflow,
  icon_button: iconAction,
  feedback_buttons: feedback,
  static_select: select,
  external_select: select,
  users_select: select,
  channels_select: select,
  conversations_select: select,
  multi_static_select: multiSelect,
  radio_buttons: radioButtons,
  checkboxes,
  datepicker: datePicker,
  timepicker: timePicker,
  plain_text_input: textInput,
};

/** The element as Slack would show it; `at` is the surface and the block that it stands in. */
export function element(one, at) {
  return (ELEMENTS[one.type] ?? unknown)(one, at);
}
