package io.patchbay.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"pets", "a/b/c", "orders/{id}", "v1.2/x-y_z~", "{a}/{b}"})
  void takesPlainSegmentsAndParams(String path) {
    assertThat(WebhookPath.problem(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "/pets", "pets/", "a//b", "a b", "..", "a/../b", "{id", "{}", "{a}/{a}", "a?b", "ä",
        "x{id}"
      })
  void refusesWhatCannotBeMatchedExactly(String path) {
    assertThat(WebhookPath.problem(path)).isPresent();
  }

  @Test
  void givesPathsThatMatchTheSameRequestsOneShape() {
    assertThat(WebhookPath.shape("orders/{id}/items"))
        .isEqualTo(WebhookPath.shape("orders/{order}/items"));
    assertThat(WebhookPath.shape("orders/{id}")).isNotEqualTo(WebhookPath.shape("orders/id"));
  }
}
