package io.patchbay.change;

import io.patchbay.api.ApiMethod;
import io.patchbay.api.RequestBody;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares two states of one method. */
final class MethodDiff {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}/]*}");

  private final Findings findings;
  private final SchemaPlaces places;
  private final Settings settings;

  MethodDiff(Findings findings, SchemaPlaces places) {
    this.findings = findings;
    this.places = places;
    this.settings = new Settings(findings);
  }

  /** Verb and path without the names of its placeholders: what makes a method the same. */
  static String address(ApiMethod method) {
    return method.verb() + " " + shape(method.path());
  }

  private static String shape(String path) {
    return PLACEHOLDER.matcher(path).replaceAll("{}");
  }

  void compare(ApiMethod before, ApiMethod after) {
    if (!before.equals(after)) {
      head(before, after);
    }
    new ParameterDiff(findings, places).compare(before, after);
    body(before.body(), after.body());
    new ResponseDiff(findings, places).compare(before, after);
  }

  private void head(ApiMethod before, ApiMethod after) {
    findings.changed(
        "name",
        Impact.BREAKING,
        "The method '%s' is called '%s' now.".formatted(before.name(), after.name()),
        before.name(),
        after.name());
    findings.changed(
        "verb",
        Impact.MAYBE,
        "It is called by %s instead of %s.".formatted(after.verb(), before.verb()),
        before.verb(),
        after.verb());
    findings.changed(
        "path",
        shape(before.path()).equals(shape(after.path())) ? Impact.SAFE : Impact.MAYBE,
        "Its path is '%s' instead of '%s'.".formatted(after.path(), before.path()),
        before.path(),
        after.path());
    findings.changed(
        "baseUrl",
        Impact.MAYBE,
        after.baseUrl() == null
            ? "It is called at the API's own address."
            : "It is called at '%s'.".formatted(after.baseUrl()),
        before.baseUrl(),
        after.baseUrl());
    findings.changed(
        "security",
        security(before.security(), after.security()),
        "The ways to authenticate that fit changed.",
        before.security(),
        after.security());
    words(before, after);
    findings.changed(
        "idempotent",
        Impact.MAYBE,
        after.mayBeRepeated() ? "It may be repeated without asking." : "It may not be repeated.",
        before.idempotent(),
        after.idempotent());
    settings.headers(before.headers(), after.headers());
    settings.policies(before.policies(), after.policies());
    settings.customizations(before.customizations(), after.customizations());
  }

  private void words(ApiMethod before, ApiMethod after) {
    findings.changed("title", Impact.SAFE, "The title changed.", before.title(), after.title());
    findings.changed(
        "description",
        Impact.SAFE,
        "The description changed.",
        before.description(),
        after.description());
    findings.changed("tags", Impact.SAFE, "The tags changed.", before.tags(), after.tags());
    findings.changed(
        "deprecated",
        Impact.SAFE,
        after.deprecated()
            ? "It is deprecated; new flows should not use it."
            : "It is no longer deprecated.",
        before.deprecated(),
        after.deprecated());
  }

  private static Impact security(
      @Nullable List<Map<String, List<String>>> before,
      @Nullable List<Map<String, List<String>>> after) {
    if (before == null || after == null || before.isEmpty()) {
      return Impact.MAYBE;
    }
    return after.isEmpty() || new HashSet<>(after).containsAll(before) ? Impact.SAFE : Impact.MAYBE;
  }

  private void body(@Nullable RequestBody before, @Nullable RequestBody after) {
    if (before == null && after == null) {
      return;
    }
    if (before == null) {
      RequestBody added = Objects.requireNonNull(after);
      findings.added(
          "body",
          added.required() ? Impact.BREAKING : Impact.SAFE,
          added.required() ? "It needs a body now." : "It takes a body now, if there is one.",
          added);
      return;
    }
    if (after == null) {
      findings.removed(
          "body",
          before.required() ? Impact.BREAKING : Impact.MAYBE,
          "It no longer takes a body.",
          before);
      return;
    }
    findings.changed(
        "body.contentType",
        alike(before.contentType(), after.contentType()) ? Impact.MAYBE : Impact.BREAKING,
        "The body is sent as '%s' instead of '%s'."
            .formatted(after.contentType(), before.contentType()),
        before.contentType(),
        after.contentType());
    findings.changed(
        "body.required",
        after.required() ? Impact.BREAKING : Impact.SAFE,
        after.required() ? "The body is required now." : "The body may be left out now.",
        before.required(),
        after.required());
    findings.changed(
        "body.description",
        Impact.SAFE,
        "The description of the body changed.",
        before.description(),
        after.description());
    findings.changed(
        "body.example",
        Impact.SAFE,
        "The example of the body changed.",
        before.example(),
        after.example());
    findings.changed(
        "body.encoding",
        Impact.MAYBE,
        "How the fields of the body are written changed.",
        before.encoding(),
        after.encoding());
    places.add("body.schema", "the body", before.schema(), after.schema(), Direction.SENT);
  }

  /** Whether a value for the one can be a value for the other. */
  static boolean alike(@Nullable String before, @Nullable String after) {
    return form(before).equals(form(after));
  }

  private static String form(@Nullable String contentType) {
    String type =
        contentType == null
            ? "json"
            : contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    return type.endsWith("json")
        ? "json"
        : type.endsWith("xml") || type.startsWith("text/") ? "text" : type;
  }
}
