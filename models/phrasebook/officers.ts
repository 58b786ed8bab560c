/** What the assistant writes for officers; they read Chinese. */
export const officers = {
  /** The window itself is not in the chat yet: an officer registers the report. */
  registerComplaint: '要求登记“办不成事”',
};
