package io.patchbay.change;

import io.patchbay.api.ApiMethod;
import io.patchbay.api.ResponseShape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares what a method answers. */
final class ResponseDiff {

  private final Findings findings;
  private final SchemaPlaces places;

  ResponseDiff(Findings findings, SchemaPlaces places) {
    this.findings = findings;
    this.places = places;
  }

  void compare(ApiMethod before, ApiMethod after) {
    var pairs = Pairs.of(before.responses(), after.responses(), signs());
    boolean knewSuccess = before.responses().stream().anyMatch(ResponseShape::forSuccess);
    for (var pair : pairs.matched()) {
      compare(pair.before(), pair.after(), worst(pair.before(), knewSuccess));
    }
    for (ResponseShape added : pairs.added()) {
      findings.added(
          where(added),
          added.forSuccess() && knewSuccess ? Impact.MAYBE : Impact.SAFE,
          "It may answer %s.".formatted(added.status()),
          added);
    }
    for (ResponseShape removed : pairs.removed()) {
      findings.removed(
          where(removed),
          worst(removed, knewSuccess),
          "It no longer answers %s.".formatted(removed.status()),
          removed);
    }
    if (pairs.reordered()) {
      findings.changed(
          "responses",
          Impact.SAFE,
          "The answers are listed in another order.",
          before.responses().stream().map(ResponseShape::status).toList(),
          after.responses().stream().map(ResponseShape::status).toList());
    }
  }

  /** What makes an answer the same: status and media type, status. */
  static List<Function<ResponseShape, @Nullable Object>> signs() {
    return List.of(r -> r.status() + " " + r.contentType(), ResponseShape::status);
  }

  /** Few flows look into the answer of a call that failed. */
  private static Impact worst(ResponseShape response, boolean knewSuccess) {
    boolean forSuccess =
        response.forSuccess() || (!knewSuccess && response.status().equals("default"));
    return forSuccess ? Impact.BREAKING : Impact.MAYBE;
  }

  private static String where(ResponseShape response) {
    return "responses." + response.status();
  }

  private void compare(ResponseShape before, ResponseShape after, Impact worst) {
    String where = where(after);
    String status = after.status();
    findings.changed(
        where + ".contentType",
        before.contentType() == null
            ? Impact.SAFE
            : MethodDiff.alike(before.contentType(), after.contentType()) ? Impact.MAYBE : worst,
        "The answer %s is '%s' instead of '%s'."
            .formatted(status, spoken(after.contentType()), spoken(before.contentType())),
        before.contentType(),
        after.contentType());
    findings.changed(
        where + ".description",
        Impact.SAFE,
        "The description of the answer %s changed.".formatted(status),
        before.description(),
        after.description());
    findings.changed(
        where + ".example",
        Impact.SAFE,
        "The example of the answer %s changed.".formatted(status),
        before.example(),
        after.example());
    headers(before, after);
    places.add(
        new SchemaPlaces.Place(
            where + ".schema",
            "the answer " + status,
            before.schema(),
            after.schema(),
            Direction.RECEIVED,
            worst));
  }

  private static String spoken(@Nullable String contentType) {
    return contentType == null ? "anything" : contentType;
  }

  private void headers(ResponseShape before, ResponseShape after) {
    Map<String, JsonNode> old = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    old.putAll(before.headers());
    Map<String, JsonNode> now = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    now.putAll(after.headers());
    String where = where(after) + ".headers.";
    now.forEach((name, schema) -> {
      if (!old.containsKey(name)) {
        findings.added(
            where + name,
            Impact.SAFE,
            "The answer %s has the header '%s' now.".formatted(after.status(), name),
            schema);
      }
    });
    old.forEach((name, schema) -> {
      if (now.containsKey(name)) {
        places.add(
            where + name,
            "the header '%s' of the answer %s".formatted(name, after.status()),
            schema,
            now.get(name),
            Direction.RECEIVED);
      } else {
        findings.removed(
            where + name,
            Impact.MAYBE,
            "The answer %s no longer has the header '%s'.".formatted(after.status(), name),
            schema);
      }
    });
  }
}
