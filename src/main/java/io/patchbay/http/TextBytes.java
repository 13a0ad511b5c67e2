package io.patchbay.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text as bytes, in the charset that its media type names. */
final class TextBytes {

  private static final Pattern XML_ENCODING =
      Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");
  private static final int LONGEST_PROLOG = 200;

  private TextBytes() {}

  /**
   * @param what names the text in a message
   * @throws CallRefused when the charset is unknown, or has no such character
   */
  static byte[] encode(String text, String contentType, String what) {
    var charset = charset(text, contentType, what);
    try {
      var bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
      return copy(bytes);
    } catch (CharacterCodingException _) {
      throw CallRefused.configuration(
          "%s holds a character that the charset %s does not have; use UTF-8."
              .formatted(what, charset.name()));
    }
  }

  /** The charset that the media type names, else the XML declaration, else UTF-8. */
  private static Charset charset(String text, String contentType, String what) {
    var named = MediaType.charsetName(contentType);
    var name = named.isEmpty() && MediaType.isXml(contentType) ? declared(text) : named;
    if (name.isEmpty()) {
      return StandardCharsets.UTF_8;
    }
    return MediaType.charset(name.get())
        .orElseThrow(() ->
            CallRefused.configuration(
                "%s is to be sent in the charset '%s', which is not known."
                    .formatted(what, name.get())));
  }

  /** The encoding that an XML declaration names. */
  static Optional<String> declared(String xml) {
    var start = xml.length() <= LONGEST_PROLOG ? xml : xml.substring(0, LONGEST_PROLOG);
    var matcher = XML_ENCODING.matcher(start);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static byte[] copy(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
