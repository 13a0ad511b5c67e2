package io.patchbay.expression;

import io.patchbay.common.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the official suite of JSONata: folders of cases, with their data beside them. */
final class JsonataSuite {

  private static final Path FOLDER = Path.of("..", "shared", "material", "jsonata", "test-suite");

  private JsonataSuite() {}

  static boolean isThere() {
    return Files.isDirectory(FOLDER);
  }

  static List<Case> cases() {
    try (Stream<Path> files = Files.walk(FOLDER.resolve("groups"))) {
      var cases = new ArrayList<Case>();
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        JsonNode content = Json.MAPPER.readTree(Files.readString(file));
        String name = file.getParent().getFileName() + "/" + file.getFileName();
        if (content.isArray()) {
          for (int i = 0; i < content.size(); i++) {
            cases.add(new Case(name + "#" + i, file, content.get(i)));
          }
        } else {
          cases.add(new Case(name, file, content));
        }
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One case: an expression, its data, and what must come of it. */
  record Case(String name, Path file, JsonNode content) {

    String source() {
      return content.has("expr")
          ? content.get("expr").asString()
          : read(file.resolveSibling(content.get("expr-file").asString()));
    }

    /** The data; absent when the case has none. */
    Object data() {
      if (content.has("data")) {
        return Json.toValue(content.get("data"));
      }
      JsonNode set = content.get("dataset");
      return set == null || set.isNull()
          ? Expression.ABSENT
          : Json.readValue(read(FOLDER.resolve("datasets").resolve(set.asString() + ".json")));
    }

    @SuppressWarnings("unchecked") // an object of the suite
    Map<String, Object> bindings() {
      JsonNode bindings = content.get("bindings");
      return bindings == null ? Map.of() : (Map<String, Object>) Json.toValue(bindings);
    }

    boolean expectsError() {
      return content.has("code") || content.has("error");
    }

    boolean expectsNothing() {
      return content.has("undefinedResult");
    }

    JsonNode expected() {
      return content.get("result");
    }
  }
}
