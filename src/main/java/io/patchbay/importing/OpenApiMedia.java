package io.patchbay.importing;

import io.patchbay.api.RequestBody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Chooses among media types, and finds samples. */
final class OpenApiMedia {

  private OpenApiMedia() {}

  /** The entry of a {@code content} that flows can use best: JSON first. */
  static Optional<Spot> best(List<Spot> content) {
    return content.stream()
        .reduce((a, b) -> rank(b.key()) > rank(a.key()) ? b : a)
        .filter(spot -> !spot.key().isBlank());
  }

  /** The media type that flows can use best; nothing when there is none. */
  static Optional<String> bestName(List<String> types) {
    var inOrder = new ArrayList<>(types);
    inOrder.removeIf(String::isBlank);
    inOrder.sort(Comparator.comparingInt(OpenApiMedia::rank).reversed());
    return inOrder.stream().findFirst();
  }

  private static int rank(String contentType) {
    String type = plain(contentType);
    if (type.equals(RequestBody.JSON)) {
      return 7;
    }
    if (isJson(type)) {
      return 6;
    }
    if (isRange(type)) {
      return 5;
    }
    return switch (type) {
      case RequestBody.FORM -> 4;
      case RequestBody.MULTIPART -> 3;
      default -> isText(type) ? 2 : 1;
    };
  }

  static String plain(String contentType) {
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** Whether it stands for several, as {@code image/*} does. */
  static boolean isRange(String contentType) {
    return contentType.indexOf('*') >= 0;
  }

  static boolean isJson(String contentType) {
    String type = plain(contentType);
    return type.equals(RequestBody.JSON) || type.endsWith("+json") || type.equals("text/json");
  }

  private static boolean isText(String type) {
    return type.startsWith("text/") || type.endsWith("xml") || type.endsWith("yaml");
  }

  /** The sample at a place: {@code example}, or the first of {@code examples}. */
  static @Nullable JsonNode example(OpenApiReading reading, Spot holder) {
    Spot one = holder.field("example");
    if (one.isGiven()) {
      return one.value();
    }
    Spot several = holder.field("examples");
    if (several.value().isArray()) {
      return several.value().isEmpty() ? null : several.value().get(0);
    }
    List<Spot> members = several.entries();
    if (members.size() > 1) {
      reading.findings.note(several, "Of several examples the first was taken.");
    }
    for (Spot member : members) {
      JsonNode value =
          reading.object(member, "An example").map(e -> value(reading, e)).orElse(null);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable JsonNode value(OpenApiReading reading, Spot example) {
    for (String word : List.of("value", "dataValue", "serializedValue")) {
      if (example.field(word).isGiven()) {
        return example.field(word).value();
      }
    }
    if (example.field("externalValue").isGiven()) {
      reading.findings.note(
          example, "An example that lies elsewhere (externalValue) was not read.");
    }
    return null;
  }
}
