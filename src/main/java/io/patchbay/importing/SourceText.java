package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The main document of a source: its text and, where it is JSON or YAML, its tree, parsed once.
 *
 * @param name its file name or address
 * @param text decoded
 */
record SourceText(String name, String text) {

  /**
   * The text of a file: UTF-8.
   *
   * @throws InvalidException when it is no text, for example a Word document
   */
  static SourceText of(SourceFile file) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.content()));
      return new SourceText(file.name(), text.toString());
    } catch (CharacterCodingException e) {
      throw new InvalidException(
          file.name(),
          "This is no text file. Give an OpenAPI description, a Postman collection, a HAR file or"
              + " cURL commands.");
    }
  }

  /** The tree, where the text is JSON or YAML with an object or a list at its top. */
  Optional<JsonNode> tree() {
    try {
      var tree = Json.readDocument(text, JsonNode.class);
      return tree.isContainer() ? Optional.of(tree) : Optional.empty();
    } catch (InvalidException e) {
      return Optional.empty();
    }
  }
}
