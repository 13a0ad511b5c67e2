package io.patchbay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiService;
import io.patchbay.api.Verb;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.Ids;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.common.NotFoundException;
import io.patchbay.common.UserId;
import io.patchbay.common.WorkspaceId;
import io.patchbay.credential.CredentialService;
import io.patchbay.testing.IntegrationTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@IntegrationTest
class FlowServiceTest {

  @Autowired private FlowService flows;
  @Autowired private FlowsWithCredential nodes;
  @Autowired private ApiService apis;
  @Autowired private CredentialService credentials;
  @Autowired private PublishedFlows published;
  @Autowired private Ids ids;
  @Autowired private JdbcClient jdbc;

  private Access editor;

  @BeforeEach
  void aWorkspaceWithAnApi() {
    editor = workspace();
    apis.put(
        editor,
        "pets",
        Api.of("Pets", "pets", "https://pets.example")
            .withMethods(List.of(ApiMethod.of("list", Verb.GET, "/pets"))),
        0L);
  }

  @Test
  void keepsADraftThatIsWrongAndTellsWhatIsWrong() {
    FlowDraft draft = flows.putDraft(editor, "f", Flow.named("F"), 0L);

    assertThat(draft.changed()).isTrue();
    assertThat(draft.liveVersion()).isNull();
    assertThat(flows.validate(editor, "f")).isNotEmpty();
    assertThatExceptionOfType(InvalidException.class)
        .isThrownBy(() -> flows.publish(editor, "f", null));
  }

  @Test
  void findsTheNodesThatNameACredential() {
    Flow drawn =
        Json.readDocument(
            """
            name: F
            triggers: [{id: go, kind: manual}]
            steps:
              - {id: list, kind: call, api: pets, method: list}
              - {id: other, kind: credential, credential: key, auth: {kind: bearer}}
              - {id: own, kind: credential, auth: {kind: basic, credential: key}}
              - {id: sig, kind: sign, credential: key, recipe: {text: x, name: X-S}}
              - {id: shown, kind: clientCertificate, certificate: key}
            """,
            Flow.class);
    flows.putDraft(editor, "f", drawn, 0L);
    flows.putDraft(editor, "g", Flow.named("G"), 0L);

    assertThat(nodes.nodes(editor, "key"))
        .extracting(CredentialNode::flow, CredentialNode::step, CredentialNode::live)
        .containsExactly(
            tuple("f", "other", false), tuple("f", "own", false), tuple("f", "sig", false));
    assertThat(nodes.nodes(editor, "another")).isEmpty();
    assertThat(nodes.nodes(workspace(), "key")).isEmpty();
    assertThat(flows.validate(editor, "f"))
        .extracting(FlowProblem::message)
        .contains("There is no credential 'key' in this workspace.");
  }

  @Test
  void keepsACredentialThatNodesOfFlowsName() {
    credentials.put(editor, "key", bearer());
    flows.putDraft(
        editor,
        "f",
        withNode("{id: own, kind: credential, credential: key, auth: {kind: bearer}}"),
        0L);
    flows.publish(editor, "f", null);
    flows.putDraft(editor, "f", withNode("{id: note, kind: note, text: x}"), null);

    assertThat(credentials.get(editor, "key").usedByFlows()).containsExactly("f");
    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> credentials.delete(editor, "key"))
        .withMessageContaining("used by flow 'f';");

    flows.publish(editor, "f", null);
    credentials.delete(editor, "key");
    assertThat(credentials.list(editor, null)).isEmpty();
  }

  @Test
  void losesNobodysChange() {
    FlowDraft first = flows.putDraft(editor, "f", Flow.named("F"), 0L);
    flows.putDraft(editor, "f", Flow.named("G"), first.revision());

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> flows.putDraft(editor, "f", Flow.named("H"), first.revision()));
    assertThat(flows.get(editor, "f").flow().name()).isEqualTo("G");
  }

  @Test
  void publishesNumberedVersionsThatNeverChange() {
    flows.putDraft(editor, "f", flow("F", "a"), 0L);
    assertThat(flows.publish(editor, "f", "first").version()).isEqualTo(1);
    assertThat(flows.get(editor, "f").changed()).isFalse();

    flows.putDraft(editor, "f", flow("F2", "b"), null);
    assertThat(flows.get(editor, "f").changed()).isTrue();
    assertThat(flows.publish(editor, "f", null).version()).isEqualTo(2);

    assertThat(flows.version(editor, "f", 1)).isEqualTo(flow("F", "a"));
    assertThat(flows.versions(editor, "f"))
        .extracting(FlowVersion::version, FlowVersion::live)
        .containsExactly(tuple(2, true), tuple(1, false));
    assertThat(flows.restore(editor, "f", 1).flow().name()).isEqualTo("F");
  }

  @Test
  void showsTheLiveVersionAndItsAddressesAtOnce() {
    FlowDraft draft = flows.putDraft(editor, "f", flow("F", "hooked"), 0L);
    assertThat(published.live(draft.id())).isEmpty();

    flows.publish(editor, "f", null);
    assertThat(published.live(draft.id())).get().extracting(PublishedFlow::version).isEqualTo(1);
    assertThat(published.routes()).extracting(WebhookRoute::flow).contains(draft.id());

    flows.unpublish(editor, "f");
    assertThat(published.live(draft.id())).isEmpty();
    assertThat(published.routes()).extracting(WebhookRoute::flow).doesNotContain(draft.id());
  }

  @Test
  void givesAWebhookAddressToOneFlowOnly() {
    flows.putDraft(editor, "f", flow("F", "orders/{id}"), 0L);
    flows.publish(editor, "f", null);
    flows.putDraft(editor, "g", flow("G", "orders/{order}"), 0L);

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> flows.publish(editor, "g", null))
        .withMessageContaining("'F'");

    Access elsewhere = workspace();
    flows.putDraft(elsewhere, "g", withoutCalls(flow("G", "orders/{order}")), 0L);
    assertThat(flows.publish(elsewhere, "g", null).version()).isEqualTo(1);
  }

  @Test
  void refusesToDropAnApiThatAFlowCalls() {
    flows.putDraft(editor, "f", flow("My flow", "x"), 0L);

    assertThatExceptionOfType(ConflictException.class)
        .isThrownBy(() -> apis.delete(editor, "pets"))
        .withMessageContaining("My flow");

    flows.delete(editor, "f");
    apis.delete(editor, "pets");
    assertThat(apis.find(editor, "pets")).isEmpty();
  }

  @Test
  void showsNothingOfAWorkspaceToAnother() {
    flows.putDraft(editor, "f", Flow.named("F"), 0L);
    Access stranger = workspace();

    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> flows.get(stranger, "f"));
    assertThat(flows.list(stranger, null)).isEmpty();
    assertThat(apis.list(stranger, null)).isEmpty();
  }

  @Test
  void letsViewersLookButNotChange() {
    flows.putDraft(editor, "f", Flow.named("F"), 0L);
    Access viewer =
        new Access(editor.user(), "v", editor.workspace(), editor.workspaceSlug(), Role.VIEWER);

    assertThat(flows.get(viewer, "f").flow().name()).isEqualTo("F");
    assertThatExceptionOfType(ForbiddenException.class)
        .isThrownBy(() -> flows.putDraft(viewer, "f", Flow.named("G"), null));
    assertThatExceptionOfType(ForbiddenException.class)
        .isThrownBy(() -> flows.publish(viewer, "f", null));
    assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> flows.delete(viewer, "f"));
  }

  @Test
  void findsMethodsOverAllApis() {
    assertThat(apis.methods(editor, null, "PETS"))
        .singleElement()
        .extracting("name")
        .isEqualTo("list");
    assertThat(apis.methods(editor, null, "100%")).isEmpty();
    assertThat(apis.list(editor, "example")).singleElement().extracting("slug").isEqualTo("pets");
  }

  private Access workspace() {
    var id = new WorkspaceId(ids.next());
    String slug = "w-" + id.value();
    jdbc.sql("insert into workspaces (id, slug, name) values (?, ?, ?)")
        .params(id.value(), slug, "W")
        .update();
    return new Access(new UserId(ids.next()), "e@example.com", id, slug, Role.EDITOR);
  }

  private static Flow flow(String name, String path) {
    return Json.readDocument(
        """
        name: %s
        triggers: [{ id: hook, kind: webhook, path: "%s" }]
        steps: [{ id: all, kind: call, api: pets, method: list }]
        links: [{ from: hook, to: all }]
        """
            .formatted(name, path),
        Flow.class);
  }

  private static Flow withNode(String node) {
    return Json.readDocument(
        """
        name: F
        triggers: [{id: go, kind: manual}]
        steps: [{id: all, kind: call, api: pets, method: list}, %s]
        links: [{from: go, to: all}]
        """
            .formatted(node),
        Flow.class);
  }

  private static ObjectNode bearer() {
    return Json.MAPPER.createObjectNode().put("kind", "bearer").put("token", "t");
  }

  private static Flow withoutCalls(Flow flow) {
    return flow.withSteps(List.of(new TransformStep("all", null, Json.toTree(1))));
  }
}
