package io.patchbay.importing;

import java.util.List;

/**
 * What a source holds.
 *
 * @param format what it is written in
 * @param title in words, for example {@code OpenAPI 3.0.4}
 * @param apis those that it describes
 * @param issues that belong to none of them
 */
public record ImportResult(
    Format format, String title, List<ImportedApi> apis, List<ImportIssue> issues) {

  public ImportResult {
    apis = List.copyOf(apis);
    issues = List.copyOf(issues);
  }
}
