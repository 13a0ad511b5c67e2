package io.patchbay.importing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads {@code $'…'} of bash, which knows the escapes of C. */
final class AnsiQuote {

  private final TextCursor in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private AnsiQuote(TextCursor in) {
    this.in = in;
  }

  /** The cursor stands on the opening quote. */
  static void read(TextCursor in, StringBuilder out) {
    var quote = new AnsiQuote(in);
    quote.read();
    out.append(quote.out.toString(StandardCharsets.UTF_8));
  }

  private void read() {
    int open = in.at();
    in.take();
    while (in.peek() != '\'' || in.atEnd()) {
      if (in.atEnd()) {
        throw BashLexer.notClosed(in, open);
      }
      int plain = in.at();
      while (!in.atEnd() && in.peek() != '\'' && in.peek() != '\\') {
        in.take();
      }
      text(in.text().substring(plain, in.at()));
      if (in.peek() == '\\' && !in.atEnd()) {
        in.take();
        escape(in.take());
      }
    }
    in.take();
  }

  private void escape(char c) {
    switch (c) {
      case 'n' -> out.write('\n');
      case 't' -> out.write('\t');
      case 'r' -> out.write('\r');
      case 'a' -> out.write(7);
      case 'b' -> out.write('\b');
      case 'e', 'E' -> out.write(27);
      case 'f' -> out.write('\f');
      case 'v' -> out.write(11);
      case '\\', '\'', '"', '?' -> out.write(c);
      case 'x' -> byteOr("\\x", digits(2, 16));
      case 'u' -> codePoint("\\u", digits(4, 16));
      case 'U' -> codePoint("\\U", digits(8, 16));
      case 'c' -> out.write(in.take() & 31);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        in.moveTo(in.at() - 1);
        byteOr("", digits(3, 8));
      }
      default -> text("\\" + c);
    }
  }

  private void byteOr(String escape, long value) {
    if (value < 0) {
      text(escape);
    } else {
      out.write((int) value & 0xFF);
    }
  }

  private void codePoint(String escape, long value) {
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      text(escape);
    } else if (Character.isHighSurrogate((char) value) && value <= 0xFFFF && in.startsWith("\\u")) {
      in.skip(2);
      long low = digits(4, 16);
      text(new String(new char[] {(char) value, (char) Math.max(low, 0)}));
    } else {
      text(Character.toString((int) value));
    }
  }

  /** The number that stands here; -1 when none does. */
  private long digits(int most, int radix) {
    long value = -1;
    for (int i = 0; i < most && Character.digit(in.peek(), radix) >= 0; i++) {
      value = Math.max(value, 0) * radix + Character.digit(in.take(), radix);
    }
    return value;
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
