package io.patchbay.ui.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.Verb;
import io.patchbay.importing.ImportIssue;
import io.patchbay.importing.ImportIssue.Severity;
import io.patchbay.importing.ImportedApi;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MethodRowsTest {

  private static final ApiMethod LIST = method("listPets", Verb.GET, "/pets", "pet");
  private static final ApiMethod ADD = method("addPet", Verb.POST, "/pets", "pet");
  private static final ApiMethod BUY = method("buy", Verb.POST, "/orders/{id}.json", "store");

  @Test
  void listsMethodsByTag() {
    var rows = rows(List.of());

    assertThat(words(rows.lines("", Set.of())))
        .containsExactly("# pet", "listPets", "addPet", "# store", "buy");
    assertThat(words(rows.lines("", Set.of("pet")))).containsExactly("# pet", "# store", "buy");
  }

  @Test
  void findsByAllWordsAndOpensClosedTags() {
    assertThat(words(rows(List.of()).lines("POST pets", Set.of("pet"))))
        .containsExactly("# pet", "addPet");
  }

  @Test
  void operationsThatWereLeftOutFollow() {
    var rows =
        rows(
            List.of(
                issue(Severity.LEFT_OUT, "paths./old.json.get", null),
                issue(Severity.LEFT_OUT, "paths./b.additionalOperations.FROB", null),
                issue(Severity.LEFT_OUT, "command 3", "third")));

    assertThat(words(rows.lines("", Set.of("pet", "store"))))
        .containsExactly("# pet", "# store", "- GET /old.json", "- FROB /b", "-  third");
    assertThat(rows.leftOut()).isEqualTo(3);
  }

  @Test
  void aPartThatWasLeftOutOfAMethodIsNoMethod() {
    var rows =
        rows(
            List.of(
                issue(Severity.LEFT_OUT, "paths./pets.get.parameters[2]", "listPets"),
                issue(Severity.LEFT_OUT, "paths./orders/{id}.json.post.callbacks", null),
                issue(Severity.NOTE, "paths./pets.post", "addPet"),
                issue(Severity.LEFT_OUT, "components.parameters.x", null)));

    assertThat(rows.leftOut()).isZero();
    assertThat(rows.find("listPets").orElseThrow().worst()).isNotNull();
    assertThat(rows.find("addPet").orElseThrow().worst()).isNull();
  }

  private static MethodRows rows(List<ImportIssue> issues) {
    Api api = Api.of("Pets", "pets", "https://pets.example").withMethods(List.of(LIST, ADD, BUY));
    return new MethodRows(new ImportedApi(api, null, issues));
  }

  private static ImportIssue issue(Severity severity, String where, String method) {
    return new ImportIssue(severity, where, null, method, "It is odd.");
  }

  private static ApiMethod method(String name, Verb verb, String path, String tag) {
    return ApiMethod.of(name, verb, path).with(parts -> parts.tags = List.of(tag));
  }

  private static List<String> words(List<MethodRow> lines) {
    return lines.stream()
        .map(line ->
            switch (line) {
              case MethodRow.Group group -> "# " + group.tag();
              case MethodRow.Method method -> method.method().name();
              case MethodRow.LeftOut leftOut -> "- " + leftOut.verb() + " " + leftOut.path();
            })
        .toList();
  }
}
