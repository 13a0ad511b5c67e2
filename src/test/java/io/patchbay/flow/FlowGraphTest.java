package io.patchbay.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlowGraphTest {

  @Test
  void parallelBranchesHaveBothRunWhereTheyJoin() {
    var graph =
        graph(
            Link.of("hook", "test"),
            Link.of("test", "true", "a"),
            Link.of("test", "true", "b"),
            Link.of("a", "join"),
            Link.of("a", "error", "join"),
            Link.of("b", "join"));

    assertThat(graph.certain().get("join")).containsExactlyInAnyOrder("hook", "test", "a", "b");
  }

  @Test
  void alternativesHaveNotBothRunWhereTheyJoin() {
    var graph =
        graph(
            Link.of("hook", "test"),
            Link.of("test", "true", "a"),
            Link.of("test", "false", "b"),
            Link.of("a", "join"),
            Link.of("b", "join"));

    assertThat(graph.certain().get("join")).containsExactlyInAnyOrder("hook", "test");
  }

  @Test
  void aStepBehindAnErrorPortMayBeSkipped() {
    var graph =
        graph(
            Link.of("hook", "a"),
            Link.of("a", "b"),
            Link.of("a", "error", "join"),
            Link.of("b", "join"));

    assertThat(graph.certain().get("join")).containsExactlyInAnyOrder("hook", "a");
  }

  private static FlowGraph graph(Link... links) {
    var steps =
        List.<Step>of(
            new ConditionStep("test", null, "{{ true }}"),
            new TransformStep("a", null, null),
            new TransformStep("b", null, null),
            new TransformStep("join", null, null));
    return new FlowGraph(
        Flow.named("Graph")
            .withTriggers(List.of(new Trigger.Manual("hook", null)))
            .withSteps(steps)
            .withLinks(List.of(links)));
  }
}
