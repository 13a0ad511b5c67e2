package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import io.patchbay.importing.ImportIssue.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads Postman collections, version 2.0 and 2.1. */
@Component
class PostmanReader implements SourceReader {

  private static final int LOOKED_AT = 20_000;
  private static final Pattern MARK =
      Pattern.compile("schema\\.getpostman\\.com|\"_postman_(id|variable_scope|exported_at)\"");

  @Override
  public Format format() {
    return Format.POSTMAN;
  }

  @Override
  public boolean recognises(SourceText source) {
    String start = source.text().substring(0, Math.min(LOOKED_AT, source.text().length()));
    if (start.stripLeading().startsWith("{") && MARK.matcher(start).find()) {
      return true;
    }
    return start.contains("\"item\"")
        && source.tree().filter(tree -> isCollection(collection(tree))).isPresent();
  }

  /** Postman's own interface wraps it. */
  private static JsonNode collection(JsonNode tree) {
    return tree.path("collection").isObject() ? tree.path("collection") : tree;
  }

  private static boolean isCollection(JsonNode tree) {
    return tree.path("item").isArray() && tree.path("info").isObject();
  }

  @Override
  public ImportResult read(SourceText source, Documents others) {
    JsonNode tree = collection(source.document());
    if (!tree.path("item").isArray()) {
      throw new InvalidException(tree.has("item") ? "item" : source.name(), otherKind(tree));
    }
    var reading = new Reading(tree, source.issues());
    reading.walk(
        tree.path("item"),
        "item",
        List.of(),
        reading.auths.read(tree.path("auth")).orElse(null),
        1);
    if (reading.exchanges.isEmpty()) {
      throw nothing(reading.issues);
    }
    return IssueLines.added(source, reading.result(tree));
  }

  private static String otherKind(JsonNode tree) {
    if (tree.path("requests").isArray()) {
      return "This is a Postman collection of version 1. Open it in Postman and export it as"
          + " Collection v2.1.";
    }
    if (tree.has("_postman_variable_scope") || tree.path("values").isArray()) {
      return "This is a Postman environment. Export the collection itself, as Collection v2.1.";
    }
    if (tree.path("collections").isArray()) {
      return "This is a dump of all of Postman's data. Export a single collection as Collection"
          + " v2.1.";
    }
    return "A Postman collection has a list 'item'; here it is missing or something else.";
  }

  private static InvalidException nothing(List<ImportIssue> issues) {
    return issues.stream().anyMatch(issue -> issue.severity() == Severity.LEFT_OUT)
        ? new InvalidException(
            issues.stream()
                .limit(20)
                .map(issue -> new InvalidException.Problem(issue.where(), issue.message()))
                .toList())
        : new InvalidException("item", "The collection has no requests.");
  }

  /** One collection while it is read. */
  private static final class Reading {

    private static final int DEEPEST = 100;
    private static final int MOST_REQUESTS = 20_000;

    private final PostmanVariables variables = new PostmanVariables();
    private final PostmanAuth auths = new PostmanAuth(variables);
    private final PostmanRequest requests = new PostmanRequest(variables);
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<ImportIssue> issues;
    private int scripts;

    Reading(JsonNode collection, List<ImportIssue> issues) {
      this.issues = new ArrayList<>(issues);
      variables.add(collection.path("variable"));
      variables.add(collection.path("variables"));
      scripts += scripts(collection);
    }

    private static int scripts(JsonNode item) {
      int count = 0;
      for (JsonNode event : item.path("event")) {
        count += event.path("disabled").asBoolean(false) ? 0 : 1;
      }
      return count;
    }

    void walk(
        JsonNode items, String where, List<String> folders, @Nullable Login inherited, int depth) {
      if (depth > DEEPEST) {
        issues.add(
            issue(
                Severity.LEFT_OUT,
                where,
                "Folders are nested more than %d deep.".formatted(DEEPEST)));
        return;
      }
      for (int i = 0; i < items.size(); i++) {
        JsonNode item = items.get(i);
        String place = "%s[%d]".formatted(where, i);
        scripts += scripts(item);
        if (item.path("item").isArray()) {
          variables.add(item.path("variable"));
          List<String> inner = new ArrayList<>(folders);
          String name = PostmanText.of(item.path("name"), "").strip();
          if (!name.isEmpty()) {
            inner.add(name);
          }
          var login = auths.read(item.path("auth")).orElse(inherited);
          walk(item.path("item"), place + ".item", inner, login, depth + 1);
        } else {
          request(item, place, folders, inherited);
        }
      }
    }

    private void request(
        JsonNode item, String place, List<String> folders, @Nullable Login inherited) {
      if (exchanges.size() >= MOST_REQUESTS) {
        return;
      }
      String name = PostmanText.of(item.path("name"), "");
      if (!item.path("request").isObject() && !item.path("request").isString()) {
        issues.add(issue(Severity.LEFT_OUT, place, "'%s' has no request.".formatted(name)));
        return;
      }
      try {
        exchanges.add(requests.read(item, folders, inherited, place));
      } catch (InvalidException e) {
        issues.add(
            issue(
                Severity.LEFT_OUT,
                place + ".request.url",
                "'%s': %s".formatted(name, e.problems().getFirst().message())));
      }
    }

    ImportResult result(JsonNode collection) {
      addNotes();
      String schema = PostmanText.of(collection.path("info").path("schema"), "");
      String name = PostmanText.of(collection.path("info").path("name"), "").strip();
      String description = PostmanText.description(collection.path("info").path("description"));
      var apis =
          new ExchangeApis(variables.byPlaceName())
              .of(exchanges, name.isEmpty() ? null : name).stream()
                  .map(imported ->
                      new ImportedApi(
                          imported.api().with(parts -> parts.description = description),
                          imported.credential(),
                          imported.issues()))
                  .toList();
      String version = schema.contains("v2.0") ? " 2.0" : schema.contains("v2.1") ? " 2.1" : "";
      return new ImportResult(Format.POSTMAN, "Postman collection" + version, apis, issues);
    }

    private void addNotes() {
      if (scripts > 0) {
        issues.add(
            issue(
                Severity.LEFT_OUT,
                "event",
                "%,d %s not taken; build what they do as steps of a flow."
                    .formatted(scripts, scripts == 1 ? "script was" : "scripts were")));
      }
      variables
          .dynamic()
          .forEach((variable, count) ->
              issues.add(
                  issue(
                      Severity.CHANGED,
                      "",
                      "Postman makes up a value for {{%s}} (%,d %s); it stands as text in the examples. Give a value or an expression in the flow."
                          .formatted(variable, count, count == 1 ? "place" : "places"))));
    }

    private static ImportIssue issue(Severity severity, String where, String message) {
      return new ImportIssue(severity, where, null, null, message);
    }
  }
}
