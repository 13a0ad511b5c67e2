package io.patchbay.expression;

/** A text that stops a regular expression which reads in it for too long. */
final class DeadlineText implements CharSequence {

  private final String text;
  private final Meter meter;

  DeadlineText(String text, Meter meter) {
    this.text = text;
    this.meter = meter;
  }

  @Override
  public char charAt(int index) {
    meter.tick();
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
