package io.patchbay.importing;

import io.patchbay.importing.ImportIssue.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what could not be taken as it stands: the same once, however often it is met. */
final class OpenApiFindings {

  private static final int MOST = 2_000;

  private final Map<Object, Finding> findings = new LinkedHashMap<>();
  private final SourceText main;
  private @Nullable String method;
  private int more;

  OpenApiFindings(SourceText main) {
    this.main = main;
  }

  private record Key(Severity severity, @Nullable DocPath path, String document, String message) {}

  private static final class Finding {
    final Severity severity;
    final Spot at;
    final @Nullable String method;
    final String message;
    int others;

    Finding(Severity severity, Spot at, @Nullable String method, String message) {
      this.severity = severity;
      this.at = at;
      this.method = method;
      this.message = message;
    }
  }

  /** From here on, findings touch this method; null for none. */
  void within(@Nullable String newMethod) {
    method = newMethod;
  }

  void leftOut(Spot at, String message) {
    add(Severity.LEFT_OUT, at, message, at.path());
  }

  /** As {@link #leftOut}, told once with the number of further places. */
  void leftOutOften(Spot at, String message) {
    add(Severity.LEFT_OUT, at, message, null);
  }

  void changed(Spot at, String message) {
    add(Severity.CHANGED, at, message, at.path());
  }

  /** As {@link #changed}, told once with the number of further places. */
  void changedOften(Spot at, String message) {
    add(Severity.CHANGED, at, message, null);
  }

  /** Good to know; told once with the number of further places. */
  void note(Spot at, String message) {
    add(Severity.NOTE, at, message, null);
  }

  private void add(Severity severity, Spot at, String message, @Nullable DocPath place) {
    Finding known =
        findings.get(new Key(severity, place, place == null ? "" : at.document().name(), message));
    if (known != null) {
      known.others += place == null ? 1 : 0;
    } else if (findings.size() < MOST) {
      findings.put(
          new Key(severity, place, place == null ? "" : at.document().name(), message),
          new Finding(severity, at, method, message));
    } else {
      more++;
    }
  }

  /** All of them in their order, with lines. */
  List<ImportIssue> issues() {
    Map<SourceText, Map<DocPath, Integer>> lines = lines();
    List<ImportIssue> issues = new ArrayList<>(main.issues());
    for (Finding finding : sorted()) {
      SourceText document = finding.at.document();
      int line = lines.getOrDefault(document, Map.of()).getOrDefault(finding.at.path(), 0);
      String where = finding.at.path().toString();
      issues.add(
          new ImportIssue(
              finding.severity,
              document.equals(main) ? where : document.name() + ": " + where,
              line == 0 ? null : line,
              finding.method,
              finding.message + others(finding.others)));
    }
    if (more > 0) {
      issues.add(
          new ImportIssue(
              Severity.NOTE,
              "",
              null,
              null,
              "%,d further findings are not listed.".formatted(more)));
    }
    return issues;
  }

  /** What is lost first. */
  private List<Finding> sorted() {
    return findings.values().stream().sorted(Comparator.comparing(f -> f.severity)).toList();
  }

  private Map<SourceText, Map<DocPath, Integer>> lines() {
    Map<SourceText, List<DocPath>> places = new HashMap<>();
    findings
        .values()
        .forEach(
            f -> places.computeIfAbsent(f.at.document(), _ -> new ArrayList<>()).add(f.at.path()));
    Map<SourceText, Map<DocPath, Integer>> lines = new HashMap<>();
    places.forEach((document, paths) -> lines.put(document, document.lines(paths)));
    return lines;
  }

  private static String others(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> " The same at one other place.";
      default -> " The same at %,d other places.".formatted(count);
    };
  }
}
