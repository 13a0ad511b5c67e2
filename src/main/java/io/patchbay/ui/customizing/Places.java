package io.patchbay.ui.customizing;

import io.patchbay.common.InvalidException.Problem;
import java.util.List;

/** Places in documents as problems name them. */
final class Places {

  private Places() {}

  /** The problems within a list of the document, as {@code [index].field}. */
  static List<Problem> within(List<Problem> problems, String list) {
    return problems.stream()
        .filter(problem -> start(problem, list) >= 0)
        .map(problem ->
            new Problem(problem.where().substring(start(problem, list)), problem.message()))
        .toList();
  }

  private static int start(Problem problem, String list) {
    String where = "." + problem.where();
    int at = where.indexOf("." + list + "[");
    return at < 0 ? -1 : at + list.length();
  }
}
