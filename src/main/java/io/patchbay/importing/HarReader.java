package io.patchbay.importing;

import io.patchbay.common.InvalidException;
import io.patchbay.importing.ImportIssue.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads HTTP Archives, version 1.1 and 1.2, and single requests as they stand in one. */
@Component
class HarReader implements SourceReader {

  private static final int LOOKED_AT = 4_000;
  private static final Pattern ARCHIVE =
      Pattern.compile(
          "(?s)\\A\\s*\\{\\s*\"log\"\\s*:\\s*\\{.*\"(version|creator|entries|browser|pages)\".*");
  private static final int MOST_ENTRIES = 50_000;

  @Override
  public Format format() {
    return Format.HAR;
  }

  @Override
  public boolean recognises(SourceText source) {
    String start = source.text().substring(0, Math.min(LOOKED_AT, source.text().length()));
    if (ARCHIVE.matcher(start).matches()) {
      return true;
    }
    return (start.contains("\"url\"") || start.contains("\"log\""))
        && source
            .tree()
            .filter(tree -> isArchive(tree) || isRequest(tree) || isRequest(tree.path("request")))
            .isPresent();
  }

  private static boolean isArchive(JsonNode tree) {
    return tree.path("log").path("entries").isArray();
  }

  private static boolean isRequest(JsonNode tree) {
    return tree.path("method").isString() && tree.path("url").isString();
  }

  @Override
  public ImportResult read(SourceText source, Documents others) {
    JsonNode tree = source.document();
    List<ImportIssue> issues = new ArrayList<>(source.issues());
    var noise = new HarNoise();
    List<Exchange> exchanges = new ArrayList<>();
    if (isArchive(tree)) {
      archive(tree.path("log").path("entries"), exchanges, noise, issues);
    } else if (isRequest(tree) || isRequest(tree.path("request"))) {
      boolean entry = isRequest(tree.path("request"));
      one(entry ? tree : null, entry ? tree.path("request") : tree, "", exchanges, issues);
    } else {
      throw new InvalidException(tree.has("log") ? "log.entries" : "log", wrongStructure(tree));
    }
    noise.issue().ifPresent(issues::add);
    if (exchanges.isEmpty()) {
      throw nothing(issues, isArchive(tree) ? tree.path("log").path("entries").size() : 1);
    }
    var apis = new ExchangeApis(Map.of()).of(exchanges, null);
    return IssueLines.added(source, new ImportResult(Format.HAR, title(tree), apis, issues));
  }

  private static String wrongStructure(JsonNode tree) {
    if (tree.path("log").isObject()) {
      return "An HTTP Archive has a list 'entries' in 'log'; here it is "
          + (tree.path("log").has("entries") ? "something else." : "missing.");
    }
    return "This is no HTTP Archive: that has an object 'log' with a list 'entries', or it is a"
        + " single request with 'method' and 'url'.";
  }

  private static String title(JsonNode tree) {
    if (!isArchive(tree)) {
      return "HAR request";
    }
    String version = tree.path("log").path("version").asString("");
    return version.isEmpty() || version.length() > 10 ? "HTTP Archive" : "HTTP Archive " + version;
  }

  private static InvalidException nothing(List<ImportIssue> issues, int entries) {
    if (entries == 0) {
      return new InvalidException(
          "log.entries",
          "The archive has no entries. Record again with the network panel open, and export it.");
    }
    return new InvalidException(
        issues.stream()
            .limit(20)
            .map(issue -> new InvalidException.Problem(issue.where(), issue.message()))
            .toList());
  }

  private static void archive(
      JsonNode entries, List<Exchange> exchanges, HarNoise noise, List<ImportIssue> issues) {
    for (int i = 0; i < Math.min(entries.size(), MOST_ENTRIES); i++) {
      JsonNode entry = entries.get(i);
      String where = "log.entries[%d]".formatted(i);
      if (!entry.path("request").isObject()) {
        issues.add(leftOut(where, "The entry has no request."));
      } else if (!noise.takes(entry)) {
        one(entry, entry.path("request"), where, exchanges, issues);
      }
    }
    if (entries.size() > MOST_ENTRIES) {
      issues.add(
          leftOut("log.entries", "Only the first %,d entries were read.".formatted(MOST_ENTRIES)));
    }
  }

  private static void one(
      @Nullable JsonNode entry,
      JsonNode request,
      String where,
      List<Exchange> exchanges,
      List<ImportIssue> issues) {
    try {
      exchanges.add(HarEntry.exchange(entry, request, where));
    } catch (InvalidException e) {
      issues.add(
          leftOut(
              where.isEmpty() ? "url" : where + ".request.url", e.problems().getFirst().message()));
    }
  }

  private static ImportIssue leftOut(String where, String message) {
    return new ImportIssue(Severity.LEFT_OUT, where, null, null, message);
  }
}
