package io.patchbay.importing;

import io.patchbay.api.Api;
import io.patchbay.common.InvalidException;
import java.util.List;
import java.util.function.Predicate;

/** Finds the API in a source that a definition came from, where the source holds several. */
final class SourceMatch {

  private SourceMatch() {}

  /**
   * The one that fits.
   *
   * @param base what was taken from the source before
   * @throws InvalidException when none does
   */
  static ImportedApi of(ImportResult read, Api base) {
    var apis = read.apis();
    if (apis.size() == 1) {
      return apis.getFirst();
    }
    List<Predicate<Api>> signs =
        List.of(
            api -> api.name().equals(base.name()) && api.baseUrl().equals(base.baseUrl()),
            api -> api.baseUrl().equals(base.baseUrl()),
            api -> api.name().equals(base.name()));
    for (var sign : signs) {
      var fitting = apis.stream().filter(imported -> sign.test(imported.api())).toList();
      if (!fitting.isEmpty()) {
        return fitting.getFirst();
      }
    }
    throw new InvalidException(
        "",
        "The source holds %d APIs now, and none of them is '%s' at %s."
            .formatted(apis.size(), base.name(), base.baseUrl()));
  }
}
