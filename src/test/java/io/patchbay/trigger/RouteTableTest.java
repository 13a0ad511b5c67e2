package io.patchbay.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Verb;
import io.patchbay.common.WorkspaceId;
import io.patchbay.flow.FlowId;
import io.patchbay.flow.WebhookRoute;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RouteTableTest {

  private static final WorkspaceId WORKSPACE = new WorkspaceId(UUID.randomUUID());

  private final RouteTable table =
      new RouteTable(
          List.of(
              route("team", "orders", Verb.POST),
              route("team", "orders", Verb.PUT),
              route("team", "orders/{id}", Verb.POST),
              route("team", "orders/new", Verb.GET),
              route("team", "{any}/lines/{line}", Verb.POST),
              route("other", "orders", Verb.GET)));

  @Test
  void findsByWorkspacePathAndVerb() {
    assertThat(found("team/orders", Verb.PUT).route().path()).isEqualTo("orders");
    assertThat(match("team/orders", Verb.GET))
        .isEqualTo(new RouteMatch.OtherVerbs(Set.of(Verb.POST, Verb.PUT)));
    assertThat(found("other/orders", Verb.GET).route().workspaceSlug()).isEqualTo("other");
  }

  @Test
  void handsOutTheParametersOfThePath() {
    assertThat(found("team/orders/a b", Verb.POST).path()).isEqualTo(Map.of("id", "a b"));
    assertThat(found("team/orders/lines/3", Verb.POST).path())
        .isEqualTo(Map.of("any", "orders", "line", "3"));
  }

  @Test
  void triesAParameterWhereTheLiteralDoesNotTakeTheVerb() {
    assertThat(found("team/orders/new", Verb.GET).path()).isEmpty();
    assertThat(found("team/orders/new", Verb.POST).path()).isEqualTo(Map.of("id", "new"));
    assertThat(match("team/orders/new", Verb.PUT))
        .isEqualTo(new RouteMatch.OtherVerbs(Set.of(Verb.GET, Verb.POST)));
  }

  @Test
  void knowsNobodyForAnythingElse() {
    for (String path :
        List.of(
            "",
            "team",
            "team/",
            "team/orders/",
            "team//lines/3",
            "team/orders/1/2",
            "TEAM/orders")) {
      assertThat(match(path, Verb.POST)).as(path).isEqualTo(new RouteMatch.Nobody());
    }
    assertThat(match("team/orders", null)).isInstanceOf(RouteMatch.OtherVerbs.class);
  }

  private RouteMatch.Found found(String path, Verb verb) {
    return (RouteMatch.Found) match(path, verb);
  }

  private RouteMatch match(String path, Verb verb) {
    return table.match(Arrays.asList(path.split("/", -1)), verb);
  }

  private static WebhookRoute route(String workspace, String path, Verb verb) {
    return new WebhookRoute(
        WORKSPACE, workspace, path, verb, new FlowId(UUID.randomUUID()), "hook");
  }
}
