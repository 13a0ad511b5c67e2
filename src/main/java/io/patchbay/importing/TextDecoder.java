package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes text of the bytes of a file, or says what kind of file it is instead. */
final class TextDecoder {

  private static final String WANTED =
      " Give an OpenAPI description, a Postman collection, a HAR file or cURL commands.";

  private TextDecoder() {}

  /**
   * @throws InvalidException when the file is too large or no text
   */
  static String decode(SourceFile file) {
    byte[] bytes = file.content();
    if (bytes.length > ImportRequest.MAX_BYTES) {
      throw new InvalidException(
          file.name(),
          "The file has %,d MiB; at most %,d MiB are read."
              .formatted(
                  (bytes.length + (1 << 20) - 1) >> 20, ImportRequest.MAX_BYTES / 1024 / 1024));
    }
    refuseBinary(file.name(), bytes);
    Charset charset = charset(bytes);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      return oneBytePerCharacter(file.name(), bytes);
    }
  }

  private static Charset charset(byte[] bytes) {
    int first = at(bytes, 0);
    int second = at(bytes, 1);
    if ((first == 0xFE && second == 0xFF) || (first == 0 && second > 0)) {
      return StandardCharsets.UTF_16BE;
    }
    if ((first == 0xFF && second == 0xFE) || (first > 0 && second == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.UTF_8;
  }

  /** Old editors on Windows; text in no known encoding would have other control characters. */
  private static String oneBytePerCharacter(String name, byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        throw new InvalidException(name, "This is no text file." + WANTED);
      }
    }
    return new String(bytes, Charset.forName("windows-1252"));
  }

  private static void refuseBinary(String name, byte[] bytes) {
    String kind = kind(bytes);
    if (!kind.isEmpty()) {
      throw new InvalidException(name, kind + WANTED);
    }
  }

  private static String kind(byte[] bytes) {
    if (startsWith(bytes, "PK\u0003\u0004")) {
      return zip(new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1));
    }
    if (startsWith(bytes, "%PDF")) {
      return "This is a PDF document.";
    }
    if (startsWith(bytes, "{\\rtf")) {
      return "This is a formatted text (RTF).";
    }
    if (at(bytes, 0) == 0xD0 && at(bytes, 1) == 0xCF && at(bytes, 2) == 0x11) {
      return "This is an old Word, Excel or PowerPoint document.";
    }
    if (at(bytes, 0) == 0x1F && at(bytes, 1) == 0x8B) {
      return "This is a compressed file (gzip); unpack it first.";
    }
    if (startsWith(bytes, "\u0089PNG")
        || startsWith(bytes, "GIF8")
        || startsWith(bytes, "\u00FF\u00D8\u00FF")) {
      return "This is a picture.";
    }
    return hasNulWithin(bytes) ? "This is no text file." : "";
  }

  private static String zip(String start) {
    if (start.contains("word/")) {
      return "This is a Word document.";
    }
    if (start.contains("xl/")) {
      return "This is an Excel workbook.";
    }
    if (start.contains("ppt/")) {
      return "This is a PowerPoint presentation.";
    }
    if (start.contains("[Content_Types].xml")) {
      return "This is a Word, Excel or PowerPoint document.";
    }
    return "This is a zip archive; unpack it first.";
  }

  /** UTF-16 has a NUL beside each plain letter; elsewhere a NUL is no text. */
  private static boolean hasNulWithin(byte[] bytes) {
    if (!charset(bytes).equals(StandardCharsets.UTF_8)) {
      return false;
    }
    int end = Math.min(bytes.length, 64 * 1024);
    for (int i = 0; i < end; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, String start) {
    byte[] wanted = start.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= wanted.length
        && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xFF : -1;
  }
}
