package io.patchbay.ui.customizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Customization;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.common.Json;
import io.patchbay.ui.designer.editing.CustomizationSteps;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CustomizationWordsTest {

  private static Customization read(String yaml) {
    return Json.readDocument("--- " + yaml, Customization.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: headers, set: {X-Trace: a, X-Team: b}, append: {Accept: c}, remove: [User-Agent]}"
            + " | X-Trace, X-Team, + Accept, no User-Agent | X-Trace, +3",
        "{kind: headers} | No header yet | No header yet",
        "{kind: query, set: {draft: 'true'}} | draft | draft",
        "{kind: clientCertificate, certificate: Partner} | Partner | Partner",
        "{kind: credential, credential: CRM, auth: {kind: bearer}} | CRM, Bearer token | CRM",
        "{kind: credential, auth: {kind: none}} | Without authentication | Without authentication",
        "{kind: sign, credential: Key, recipe: {name: X-Signature, text: a, algorithm: hmacSha512}}"
            + " | X-Signature: HMAC-SHA512, Key | X-Signature: HMAC-SHA512, +1",
        "{kind: body, value: {id: 1, name: x}} | { id, name } | { id, name }",
        "{kind: response, when: '{{ response.status = 404 }}', status: 200}"
            + " | response.status = 404 → status 200 | response.status = 404 → status 200",
        "{kind: response, fail: Not today} | fails: Not today | fails: Not today",
        "{kind: policy, policies: {totalMs: 1500, retries: 0}}"
            + " | all within 1500 ms, no retry | all within 1500 ms, +1",
        "{kind: policy, policies: {rateLimit: {requests: 10, perSeconds: 1}}}"
            + " | 10 per 1 s | 10 per 1 s",
        "{kind: idempotencyKey} | Idempotency-Key | Idempotency-Key",
      })
  void says_what_a_customization_does(String document, String all, String brief) {
    assertThat(CustomizationWords.all(read(document))).isEqualTo(all);
    assertThat(CustomizationWords.brief(read(document))).isEqualTo(brief);
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_can_be_made_named_and_drawn(CustomizationKind kind) {
    Customization named = CustomizationKind.named(kind.create(), " Mine ");

    assertThat(CustomizationKind.of(named)).isEqualTo(kind);
    assertThat(CustomizationKind.of(kind.kind())).contains(kind);
    assertThat(CustomizationKind.label(named)).isEqualTo("Mine");
    assertThat(CustomizationKind.label(CustomizationKind.named(named, " ")))
        .isEqualTo(kind.title());
    assertThat(CustomizationSteps.of("one", named).customization()).isEqualTo(named);
    assertThat(CustomizationSteps.of("one", named).kind()).isEqualTo(kind.kind());
  }

  @Test
  void problems_are_found_by_their_place_in_the_list() {
    var problems =
        List.of(
            new Problem("method.customizations[1].set.X-A", "wrong"),
            new Problem("customizations[0]", "odd"),
            new Problem("headers.X-A", "other"));

    assertThat(Places.within(problems, "customizations"))
        .containsExactly(new Problem("[1].set.X-A", "wrong"), new Problem("[0]", "odd"));
  }
}
