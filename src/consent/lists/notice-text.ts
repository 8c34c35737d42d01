/** A text that was shown to people, exactly. */
export interface NoticeText {
  readonly version: string;
  /** BCP 47. */
  readonly language: string;
  readonly text: string;
}
