package io.patchbay.change;

import io.patchbay.api.Api;
import io.patchbay.api.Server;
import io.patchbay.common.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares what stands in an API besides its methods and schemas. */
final class HeadDiff {

  /** Compared by others, live, or not a part of the definition. */
  private static final Set<String> ELSEWHERE =
      Set.of("format", "slug", "methods", "schemas", "environments");

  private final Findings findings;
  private final Settings settings;

  HeadDiff(Findings findings) {
    this.findings = findings;
    this.settings = new Settings(findings);
  }

  void compare(Api before, Api after) {
    JsonNode old = head(before);
    JsonNode now = head(after);
    Set<String> fields = new LinkedHashSet<>(now.propertyNames());
    fields.addAll(old.propertyNames());
    fields.removeAll(ELSEWHERE);
    for (String field : fields) {
      JsonNode was = old.get(field);
      JsonNode is = now.get(field);
      if (was == null ? is != null : !was.equals(is)) {
        field(field, was, is, before, after);
      }
    }
  }

  private static JsonNode head(Api api) {
    return Json.toTree(
        api.with(parts -> {
          parts.methods = List.of();
          parts.schemas = Map.of();
          parts.environments = Map.of();
        }));
  }

  private void field(
      String field, @Nullable JsonNode was, @Nullable JsonNode is, Api before, Api after) {
    switch (field) {
      case "name" -> findings.changed(field, Impact.SAFE, "The API is called otherwise.", was, is);
      case "description" ->
          findings.changed(field, Impact.SAFE, "The description changed.", was, is);
      case "version" ->
          findings.changed(
              field, Impact.SAFE, "The owner's version of the definition changed.", was, is);
      case "baseUrl" ->
          findings.changed(
              field,
              Impact.MAYBE,
              "Calls go to '%s' instead of '%s'.".formatted(after.baseUrl(), before.baseUrl()),
              was,
              is);
      case "auth" -> auth(was, is);
      case "variables" -> variables(before.variables(), after.variables());
      case "servers" -> servers(before, after);
      case "securitySchemes" -> schemes(was, is);
      case "headers" -> settings.headers(before.headers(), after.headers());
      case "policies" -> settings.policies(before.policies(), after.policies());
      case "customizations" ->
          settings.customizations(before.customizations(), after.customizations());
      default ->
          findings.changed(
              field, Impact.MAYBE, "The setting '%s' changed.".formatted(field), was, is);
    }
  }

  private void auth(@Nullable JsonNode was, @Nullable JsonNode is) {
    String oldKind = kind(was);
    String newKind = kind(is);
    if (!oldKind.equals(newKind)) {
      findings.changed(
          "auth",
          newKind.equals("none") ? Impact.MAYBE : Impact.BREAKING,
          newKind.equals("none")
              ? "Calls no longer authenticate."
              : "Calls authenticate by '%s' instead of '%s'; a fitting credential is needed."
                  .formatted(newKind, oldKind),
          was,
          is);
      return;
    }
    for (String field : Trees.fields(was, is)) {
      findings.changed(
          "auth." + field,
          Impact.MAYBE,
          field.equals("credential")
              ? "Calls use another credential."
              : "The setting '%s' of the authentication changed.".formatted(field),
          Trees.get(was, field),
          Trees.get(is, field));
    }
  }

  private static String kind(@Nullable JsonNode auth) {
    return auth == null ? "none" : auth.path("kind").asString("none");
  }

  private void variables(Map<String, String> before, Map<String, String> after) {
    after.forEach((name, value) -> {
      if (!before.containsKey(name)) {
        findings.added(
            "variables." + name, Impact.SAFE, "The variable '%s' is new.".formatted(name), value);
      }
    });
    before.forEach((name, value) -> {
      String where = "variables." + name;
      if (after.containsKey(name)) {
        findings.changed(
            where,
            Impact.MAYBE,
            "The variable '%s' has another value.".formatted(name),
            value,
            after.get(name));
      } else {
        findings.removed(
            where,
            Impact.MAYBE,
            "The variable '%s' is gone; addresses and expressions may have used it."
                .formatted(name),
            value);
      }
    });
  }

  private void servers(Api before, Api after) {
    var pairs = Pairs.of(before.servers(), after.servers(), List.of(Server::url));
    for (var pair : pairs.matched()) {
      findings.changed(
          "servers." + pair.after().url(),
          Impact.SAFE,
          "What is said about the server '%s' changed.".formatted(pair.after().url()),
          pair.before(),
          pair.after());
    }
    for (Server server : pairs.added()) {
      findings.added(
          "servers." + server.url(),
          Impact.SAFE,
          "The server '%s' is offered too.".formatted(server.url()),
          server);
    }
    for (Server server : pairs.removed()) {
      boolean used = server.url().equals(after.baseUrl());
      findings.removed(
          "servers." + server.url(),
          used ? Impact.MAYBE : Impact.SAFE,
          "The server '%s' is no longer offered%s."
              .formatted(server.url(), used ? ", but calls go there" : ""),
          server);
    }
    if (pairs.added().isEmpty() && pairs.removed().isEmpty()) {
      findings.changed(
          "servers",
          Impact.SAFE,
          "The servers are listed in another order.",
          before.servers().stream().map(Server::url).toList(),
          after.servers().stream().map(Server::url).toList());
    }
  }

  private void schemes(@Nullable JsonNode was, @Nullable JsonNode is) {
    for (String name : Trees.fields(was, is)) {
      String where = "securitySchemes." + name;
      JsonNode old = Trees.get(was, name);
      JsonNode now = Trees.get(is, name);
      if (old == null) {
        findings.added(
            where, Impact.SAFE, "One can authenticate by '%s' too.".formatted(name), now);
      } else if (now == null) {
        findings.removed(
            where,
            Impact.MAYBE,
            "The description no longer offers to authenticate by '%s'.".formatted(name),
            old);
      } else {
        boolean onlyWords =
            Trees.without(old, "description").equals(Trees.without(now, "description"));
        findings.changed(
            where,
            onlyWords ? Impact.SAFE : Impact.MAYBE,
            "How one authenticates by '%s' changed.".formatted(name),
            old,
            now);
      }
    }
  }
}
