package io.patchbay.ui.importing;

import io.patchbay.api.ApiMethod;
import io.patchbay.importing.ImportIssue;
import io.patchbay.importing.ImportIssue.Severity;
import io.patchbay.importing.ImportedApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The methods of an API that was read as lines by tag, and what was left out below them. */
final class MethodRows {

  /** The place of an operation of OpenAPI or within it: {@code paths./pets/{id}.get.responses}. */
  private static final Pattern OPERATION =
      Pattern.compile("paths\\.(/.*?)\\.(get|put|post|delete|options|head|patch|trace|query)\\b.*");

  /** The place of an operation under a verb that nobody knows. */
  private static final Pattern UNKNOWN_VERB =
      Pattern.compile("paths\\.(/.*?)\\.(?:additionalOperations\\.)?([A-Za-z-]+)");

  private final Map<String, List<MethodRow.Method>> byTag = new LinkedHashMap<>();
  private final Map<String, MethodRow.Method> byName = new HashMap<>();
  private final List<MethodRow.LeftOut> leftOut = new ArrayList<>();

  MethodRows(ImportedApi imported) {
    Map<String, ImportIssue> worst = new HashMap<>();
    for (ImportIssue issue : imported.issues()) {
      String method = issue.method();
      if (method != null) {
        worst.merge(method, issue, MethodRows::worse);
      }
    }
    for (ApiMethod method : imported.api().methods()) {
      String tag = method.tags().isEmpty() ? "" : method.tags().getFirst();
      ImportIssue issue = worst.get(method.name());
      boolean shown = issue != null && issue.severity() != Severity.NOTE;
      var row = new MethodRow.Method(method, shown ? issue : null);
      byTag.computeIfAbsent(tag, _ -> new ArrayList<>()).add(row);
      byName.put(method.name(), row);
    }
    Set<String> addresses = new HashSet<>();
    imported.api().methods().forEach(m -> addresses.add(m.verb() + " " + m.path()));
    imported.issues().stream()
        .filter(issue -> issue.severity() == Severity.LEFT_OUT)
        .forEach(issue -> operation(issue, addresses).ifPresent(leftOut::add));
  }

  /** The lines that hold these words, leaving out the methods of closed tags. */
  List<MethodRow> lines(String words, Set<String> closed) {
    String q = words.strip().toLowerCase(Locale.ROOT);
    var lines = new ArrayList<MethodRow>();
    byTag.forEach((tag, all) -> {
      List<MethodRow.Method> methods = all.stream().filter(m -> m.holds(q)).toList();
      if (methods.isEmpty()) {
        return;
      }
      if (!tag.isEmpty() || byTag.size() > 1) {
        lines.add(new MethodRow.Group(tag, methods));
      }
      if (!closed.contains(tag) || !q.isEmpty()) {
        lines.addAll(methods);
      }
    });
    leftOut.stream()
        .filter(row ->
            (row.verb() + " " + row.path()).toLowerCase(Locale.ROOT).contains(q) || q.isEmpty())
        .forEach(lines::add);
    return lines;
  }

  /** The line of a method. */
  Optional<MethodRow.Method> find(String method) {
    return Optional.ofNullable(byName.get(method));
  }

  /** How many operations could not be taken. */
  int leftOut() {
    return leftOut.size();
  }

  private static ImportIssue worse(ImportIssue one, ImportIssue other) {
    return one.severity().compareTo(other.severity()) <= 0 ? one : other;
  }

  /** The operation that an issue left out; nothing when it left out a part only. */
  private Optional<MethodRow.LeftOut> operation(ImportIssue issue, Set<String> taken) {
    String method = issue.method();
    if (method != null && byName.containsKey(method)) {
      return Optional.empty();
    }
    Matcher known = OPERATION.matcher(issue.where());
    Matcher place = known.matches() ? known : UNKNOWN_VERB.matcher(issue.where());
    if (known.hasMatch() || place.matches()) {
      String verb = place.group(2).toUpperCase(Locale.ROOT);
      String path = place.group(1);
      return taken.contains(verb + " " + path)
          ? Optional.empty()
          : Optional.of(new MethodRow.LeftOut(verb, path, issue));
    }
    return method == null
        ? Optional.empty()
        : Optional.of(new MethodRow.LeftOut("", method, issue));
  }
}
