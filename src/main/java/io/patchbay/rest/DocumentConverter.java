package io.patchbay.rest;

import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Reads and writes bodies as JSON or YAML, as strictly as documents elsewhere: what cannot be read
 * is said with its place.
 */
class DocumentConverter extends AbstractHttpMessageConverter<Object> {

  private static final int MAX_BYTES = 32 * 1024 * 1024;

  static final MediaType YAML = MediaType.APPLICATION_YAML;
  private static final MediaType TEXT_YAML = new MediaType("text", "yaml");
  private static final MediaType X_YAML = new MediaType("application", "x-yaml");

  DocumentConverter() {
    super(
        StandardCharsets.UTF_8,
        MediaType.APPLICATION_JSON,
        YAML,
        TEXT_YAML,
        X_YAML,
        MediaType.APPLICATION_PROBLEM_JSON);
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type != String.class && type != byte[].class && !Resource.class.isAssignableFrom(type);
  }

  @Override
  protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
    var bytes = message.getBody().readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new MaxUploadSizeExceededException(MAX_BYTES);
    }
    var text = text(bytes);
    if (text.isBlank()) {
      throw new InvalidException("", "Send a body; it is empty.");
    }
    var document = Json.readDocument(text, type);
    if (document == null) {
      throw new InvalidException("", "Send a document; the body says null.");
    }
    return document;
  }

  @Override
  protected void writeInternal(Object document, HttpOutputMessage message) throws IOException {
    var type = message.getHeaders().getContentType();
    var text = isYaml(type) ? Json.writeYaml(document) : Json.write(document);
    message.getBody().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isYaml(@Nullable MediaType type) {
    return type != null && type.getSubtype().contains("yaml");
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidException("", "Send UTF-8; these bytes are none.");
    }
  }
}
