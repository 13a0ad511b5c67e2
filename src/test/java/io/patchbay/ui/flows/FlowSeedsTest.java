package io.patchbay.ui.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Verb;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Flow.Position;
import io.patchbay.flow.Trigger;
import io.patchbay.flow.Trigger.Webhook.Respond;
import io.patchbay.flow.WebhookPath;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** New flows begin with one webhook; copies take nobody's address. */
class FlowSeedsTest {

  @Test
  void aNewFlowHasOneWebhookAtTheTop() {
    Flow flow = FlowSeeds.withWebhook("Issue to CRM", "b3Jk");

    assertThat(flow.name()).isEqualTo("Issue to CRM");
    assertThat(flow.triggers())
        .singleElement()
        .isInstanceOfSatisfying(
            Trigger.Webhook.class,
            hook -> {
              assertThat(hook.path()).isEqualTo("b3Jk");
              assertThat(hook.verbs()).containsExactly(Verb.POST);
              assertThat(hook.respond()).isEqualTo(Respond.RESULT);
              assertThat(flow.layout()).containsEntry(hook.id(), Position.at(300, 0));
            });
  }

  @Test
  void aCopyMovesItsWebhooksAndKeepsTheirParameters() {
    Trigger hook =
        new Trigger.Webhook(
            "in",
            "In",
            "orders/{order}/lines/{line}",
            List.of(Verb.PUT),
            Respond.ACCEPTED,
            2048,
            "staging");
    Trigger manual = new Trigger.Manual("byHand", null);
    Flow flow = Flow.named("Orders").withTriggers(List.of(hook, manual));

    Flow copy = FlowSeeds.copy(flow, () -> "fresh");

    assertThat(copy.name()).isEqualTo("Orders copy");
    assertThat(copy.triggers())
        .containsExactly(
            new Trigger.Webhook(
                "in",
                "In",
                "fresh/{order}/{line}",
                List.of(Verb.PUT),
                Respond.ACCEPTED,
                2048,
                "staging"),
            manual);
    assertThat(WebhookPath.problem("fresh/{order}/{line}")).isEmpty();
  }

  @Test
  void copiesAreNumberedWhereTheNameIsTaken() {
    assertThat(FlowSeeds.copySlug("orders", Set.of("orders"))).isEqualTo("orders-copy");
    assertThat(FlowSeeds.copySlug("orders", Set.of("orders-copy", "orders-copy-2")))
        .isEqualTo("orders-copy-3");
  }

  @Test
  void theNameOfACopyStaysANameForAddresses() {
    assertThat(FlowSeeds.copySlug("a".repeat(54) + "-" + "b".repeat(8), Set.of()))
        .isEqualTo("a".repeat(54) + "-copy");
  }
}
