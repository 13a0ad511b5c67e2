package io.patchbay.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds the lines to issues that say their place in a JSON document. */
final class IssueLines {

  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,9})]");
  private static final int MOST = 500;

  private IssueLines() {}

  static ImportResult added(SourceText source, ImportResult result) {
    Map<String, DocPath> places = new HashMap<>();
    Stream.concat(
            result.issues().stream(),
            result.apis().stream().flatMap(imported -> imported.issues().stream()))
        .map(ImportIssue::where)
        .filter(where -> !where.isEmpty())
        .distinct()
        .limit(MOST)
        .forEach(where -> places.put(where, path(where)));
    if (places.isEmpty()) {
      return result;
    }
    var lines = source.lines(places.values());
    Map<String, Integer> byWhere = new HashMap<>();
    places.forEach((where, path) -> byWhere.put(where, lines.getOrDefault(path, 0)));
    return new ImportResult(
        result.format(),
        result.title(),
        result.apis().stream()
            .map(imported ->
                new ImportedApi(
                    imported.api(), imported.credential(), added(imported.issues(), byWhere)))
            .toList(),
        added(result.issues(), byWhere));
  }

  private static List<ImportIssue> added(List<ImportIssue> issues, Map<String, Integer> byWhere) {
    return issues.stream()
        .map(issue ->
            new ImportIssue(
                issue.severity(),
                issue.where(),
                line(issue, byWhere),
                issue.method(),
                issue.message()))
        .toList();
  }

  private static @Nullable Integer line(ImportIssue issue, Map<String, Integer> byWhere) {
    int found = byWhere.getOrDefault(issue.where(), 0);
    return issue.line() != null || found < 1 ? issue.line() : Integer.valueOf(found);
  }

  private static DocPath path(String where) {
    var path = DocPath.TOP;
    var steps = STEP.matcher(where);
    while (steps.find()) {
      path =
          steps.group(1) == null
              ? path.item(Integer.parseInt(steps.group(2)))
              : path.field(steps.group(1));
    }
    return path;
  }
}
