package io.patchbay.ui.apis;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.MethodSummary;
import io.patchbay.api.Verb;
import java.util.List;
import org.junit.jupiter.api.Test;

class MethodTreeTest {

  private static final List<MethodSummary> METHODS =
      List.of(
          method("listIssues", "/repos/{owner}/issues", "Issues"),
          method("getIssue", "/repos/{owner}/issues/{id}", "Issues"),
          method("listForks", "/repos/{owner}/forks", "Forks"),
          method("root", "/", ""));

  private static MethodSummary method(String name, String path, String tag) {
    return new MethodSummary("git", name, name, Verb.GET, path, tag, false);
  }

  private static List<String> lines(MethodTree.By by) {
    return MethodTree.rows(METHODS, by, key -> true).stream()
        .map(row ->
            "  ".repeat(row.depth())
                + switch (row) {
                  case MethodTree.Group group -> group.label() + " " + group.count();
                  case MethodTree.Leaf leaf -> leaf.method().name();
                })
        .toList();
  }

  @Test
  void groupsByTagAndLeavesThoseWithoutOneOutside() {
    assertThat(lines(MethodTree.By.TAG))
        .containsExactly(
            "root", "Issues 2", "  listIssues", "  getIssue", "Forks 1", "  listForks");
  }

  @Test
  void groupsByPathAndJoinsGroupsThatHoldOnlyOneOther() {
    assertThat(lines(MethodTree.By.PATH))
        .containsExactly(
            "root",
            "repos/{owner} 3",
            "  issues 2",
            "    listIssues",
            "    getIssue",
            "  listForks");
  }

  @Test
  void showsNothingOfAClosedGroup() {
    assertThat(MethodTree.rows(METHODS, MethodTree.By.TAG, key -> false)).hasSize(3);
  }

  @Test
  void findsByAnyWordThatPeopleKnow() {
    assertThat(MethodTree.having(METHODS, "FORK")).extracting("name").containsExactly("listForks");
    assertThat(MethodTree.having(METHODS, "{id}")).extracting("name").containsExactly("getIssue");
  }
}
