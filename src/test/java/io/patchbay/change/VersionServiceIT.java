package io.patchbay.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.patchbay.api.Api;
import io.patchbay.api.ApiEnvironment;
import io.patchbay.api.ApiService;
import io.patchbay.api.ApiUse;
import io.patchbay.api.Parameter;
import io.patchbay.common.Access;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.credential.Auth;
import io.patchbay.credential.CredentialService;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowProblem;
import io.patchbay.flow.FlowService;
import io.patchbay.testing.IntegrationTest;
import io.patchbay.testing.TestWorkspace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

@IntegrationTest
class VersionServiceIT {

  private static final Api SHOP =
      ApiDiffTest.api(
          """
          name: Shop
          baseUrl: https://shop.test
          methods:
            - name: list
              path: /orders
              responses: [{status: '200', schema: {$ref: '#/schemas/Order'}}]
            - {name: ping, path: /ping}
          schemas: {Order: {type: object, properties: {id: {type: string}}}}
          """);

  @Autowired VersionService versions;
  @Autowired FlowMoves moves;
  @Autowired ApiService apis;
  @Autowired FlowService flows;
  @Autowired CredentialService credentials;
  @Autowired JdbcClient jdbc;

  private Access access;

  @BeforeEach
  void furnish() {
    access = TestWorkspace.create(jdbc);
    apis.put(access, "shop", SHOP, 0L);
  }

  @Test
  void numbersVersionsByWhatChanged() {
    assertThat(publish()).isEqualTo("1.0.0");
    edit(api -> api.with(parts -> parts.description = "Orders"));
    assertThat(publish()).isEqualTo("1.0.1");
    edit(api -> required(api, false));
    assertThat(publish()).isEqualTo("1.1.0");
    edit(api -> required(api, true));
    assertThat(publish()).isEqualTo("2.0.0");

    assertThat(versions.list(access, "shop"))
        .extracting(v -> v.version().toString(), VersionView::newest, VersionView::methods)
        .containsExactly(
            tuple("2.0.0", true, 2),
            tuple("1.1.0", false, 2),
            tuple("1.0.1", false, 2),
            tuple("1.0.0", false, 2));
    assertThat(versions.changes(access, "shop", "2.0.0"))
        .extracting(Change::where, Change::impact)
        .containsExactly(tuple("parameters.q.required", Impact.BREAKING));
    assertThat(versions.get(access, "shop", "1.0.0")).isEqualTo(SHOP.withSlug("shop"));
  }

  @Test
  void publishesNothingTwice() {
    publish();

    assertThatThrownBy(this::publish)
        .isInstanceOf(ConflictException.class)
        .hasMessage(
            "API 'shop' is as it was published in version 1.0.0; there is nothing to publish.");
  }

  @Test
  void aLevelMayBeHigherAndLowerOnlyIfMeantSo() {
    publish();
    edit(api -> required(api, true));

    assertThatThrownBy(
            () -> versions.publish(access, "shop", new PublishWish(null, Level.PATCH, false), null))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("2.0.0")
        .hasMessageContaining("1.0.1");
    var lower = versions.publish(access, "shop", new PublishWish("mine", Level.PATCH, true), null);
    assertThat(lower.version().version()).hasToString("1.0.1");
    assertThat(lower.version().note()).isEqualTo("mine");
    assertThat(lower.level()).isEqualTo(Level.MAJOR);
    edit(api -> api.with(parts -> parts.description = "More"));
    var higher = versions.publish(access, "shop", new PublishWish(null, Level.MAJOR, false), null);
    assertThat(higher.version().version()).hasToString("2.0.0");
  }

  @Test
  void refusesToPublishWhatSomebodyElseChanged() {
    long revision = apis.get(access, "shop").revision();
    edit(api -> api.with(parts -> parts.description = "Other"));

    assertThatThrownBy(() -> versions.publish(access, "shop", PublishWish.PLAIN, revision))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("Somebody else");
    assertThat(versions.list(access, "shop")).isEmpty();
  }

  @Test
  void comparesVersionsAndDraftAndNamesTheSteps() {
    flow("hello", null);
    assertThat(versions.compare(access, "shop", null, null).next()).isEqualTo("1.0.0");
    publish();
    edit(api -> required(api, true));

    var comparison = versions.compare(access, "shop", null, null);

    assertThat(comparison.from()).isEqualTo("1.0.0");
    assertThat(comparison.to()).isEqualTo("draft");
    assertThat(comparison.level()).isEqualTo(Level.MAJOR);
    assertThat(comparison.next()).isEqualTo("2.0.0");
    assertThat(comparison.touched())
        .extracting(t -> t.use().flow(), t -> t.use().step(), TouchedUse::impact)
        .containsExactly(tuple("hello", "a", Impact.BREAKING));
    publish();
    assertThat(versions.compare(access, "shop", "2.0.0", "1.0.0").changes())
        .extracting(Change::where)
        .containsExactly("parameters.q");
    assertThatThrownBy(() -> versions.compare(access, "shop", "3", null))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void tellsWhoTakesWhichVersion() {
    flow("newest", null);
    flow("pinned", "1.0.0");
    flow("one", "1");
    flow("drafting", "draft");
    publish();
    edit(api -> required(api, true));
    publish();

    assertThat(uses("1.0.0")).containsExactly("one", "pinned");
    assertThat(uses("2.0.0")).containsExactly("newest");
    assertThat(uses("draft")).containsExactly("drafting");
    assertThat(versions.list(access, "shop")).extracting(VersionView::uses).containsExactly(1, 2);
  }

  @Test
  void deletesOnlyWhatNobodyTakes() {
    flow("pinned", "1.0.0");
    publish();
    edit(api -> required(api, true));
    publish();

    assertThatThrownBy(() -> versions.delete(access, "shop", "1.0.0"))
        .isInstanceOf(ConflictException.class)
        .hasMessage(
            "Version 1.0.0 of API 'shop' is called by 'pinned'. Move these to another version"
                + " first.");
    moves.move(access, "shop", "pinned", null, "2");
    versions.delete(access, "shop", "1.0.0");
    assertThat(versions.list(access, "shop")).hasSize(1);
    assertThatThrownBy(() -> versions.delete(access, "shop", "1.0.0"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void movesStepsAndSaysWhatIsWrongThen() {
    flow("hello", null);
    publish();
    edit(api -> required(api, true));
    publish();

    var back = moves.move(access, "shop", "hello", "a", "1");
    assertThat(back.steps()).containsExactly("a");
    assertThat(back.problems()).isEmpty();
    assertThat(uses("1.0.0")).containsExactly("hello");

    var forth = moves.move(access, "shop", "hello", null, null);
    assertThat(forth.problems()).extracting(FlowProblem::field).containsExactly("inputs.q");
    assertThat(flows.get(access, "hello").revision()).isEqualTo(forth.revision());
    assertThat(moves.move(access, "shop", "hello", null, null).steps()).isEmpty();

    assertThatThrownBy(() -> moves.move(access, "shop", "hello", null, "7"))
        .isInstanceOf(InvalidException.class);
    assertThatThrownBy(() -> moves.move(access, "shop", "hello", "b", "1"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void restoresAVersionIntoTheDraftAndLeavesEnvironments() {
    var staging = new ApiEnvironment("https://staging.test", null, Map.of());
    publish();
    edit(api -> required(api, true).with(parts -> parts.environments = Map.of("staging", staging)));

    var restored = versions.restore(access, "shop", "1.0.0", null);

    assertThat(restored.api().methods()).isEqualTo(SHOP.methods());
    assertThat(restored.api().environments()).containsOnlyKeys("staging");
    assertThat(versions.compare(access, "shop", null, null).changes()).isEmpty();
  }

  @Test
  void environmentsAreNotPublished() {
    publish();
    var staging = new ApiEnvironment("https://staging.test", null, Map.of());
    edit(api -> api.with(parts -> parts.environments = Map.of("staging", staging)));

    assertThatThrownBy(this::publish).hasMessageContaining("nothing to publish");
    assertThat(versions.get(access, "shop", "1.0.0").environments()).isEmpty();
  }

  @Test
  void deprecatesWithANotice() {
    publish();

    versions.deprecate(access, "shop", "1.0.0", "Use 2.");
    assertThat(versions.list(access, "shop").getFirst().deprecated()).isEqualTo("Use 2.");
    versions.deprecate(access, "shop", "1.0.0", null);
    assertThat(versions.list(access, "shop").getFirst().deprecated()).isNull();
    assertThatThrownBy(() -> versions.deprecate(access, "shop", "1.0.0", " "))
        .isInstanceOf(InvalidException.class);
  }

  @Test
  void whoOnlySharesAnApiSeesNoDraft() {
    publish();
    edit(api -> required(api, true));
    var other = TestWorkspace.create(jdbc);
    jdbc.sql(
            """
            insert into api_shares (api_id, workspace_id, access, methods, shared_by)
            values (?, ?, 'use', '{ping}', 'test@example.org')
            """)
        .params(apis.get(access, "shop").id().value(), other.workspace().value())
        .update();
    String ref = access.workspaceSlug() + ":shop";

    assertThat(versions.list(other, ref)).hasSize(1);
    assertThat(versions.get(other, ref, "1.0.0").methods())
        .extracting(m -> m.name())
        .containsExactly("ping");
    assertThatThrownBy(() -> versions.compare(other, ref, null, null))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> versions.publish(other, ref, PublishWish.PLAIN, null))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> versions.delete(other, ref, "1.0.0"))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void anEditorOfAnotherWorkspacePublishesWithTheOwnersCredential() {
    credentials.put(access, "key", Yaml.read("{kind: bearer, token: secret}", ObjectNode.class));
    edit(api -> api.withAuth(new Auth.Bearer("key")));
    publish();
    var other = TestWorkspace.create(jdbc);
    jdbc.sql(
            """
            insert into api_shares (api_id, workspace_id, access, shared_by)
            values (?, ?, 'edit', 'test@example.org')
            """)
        .params(apis.get(access, "shop").id().value(), other.workspace().value())
        .update();
    String ref = access.workspaceSlug() + ":shop";

    assertThat(versions.compare(other, ref, null, null).changes()).isEmpty();
    edit(api -> required(api, false));
    assertThat(versions.publish(other, ref, PublishWish.PLAIN, null).changes())
        .extracting(Change::where)
        .containsExactly("parameters.q");

    assertThat(versions.get(access, "shop", "1.1.0").auth()).isEqualTo(new Auth.Bearer("key"));
    assertThat(versions.get(other, ref, "1.1.0").auth()).isEqualTo(new Auth.Bearer(null));
    assertThat(versions.restore(other, ref, "1.0.0", null).api().methods())
        .isEqualTo(SHOP.methods());
    assertThat(apis.get(access, "shop").api().auth()).isEqualTo(new Auth.Bearer("key"));
  }

  @Test
  void viewersSeeAndEditorsPublish() {
    var viewer = TestWorkspace.as(Role.OPERATOR, access);

    assertThatThrownBy(() -> versions.publish(viewer, "shop", PublishWish.PLAIN, null))
        .isInstanceOf(ForbiddenException.class);
    publish();
    assertThat(versions.list(viewer, "shop")).hasSize(1);
    assertThat(versions.compare(viewer, "shop", null, null).changes()).isEmpty();
    assertThatThrownBy(() -> versions.restore(viewer, "shop", "1.0.0", null))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> moves.move(viewer, "shop", "hello", null, "1"))
        .isInstanceOf(ForbiddenException.class);
  }

  private List<String> uses(String version) {
    return versions.uses(access, "shop", version).stream().map(ApiUse::flow).toList();
  }

  private String publish() {
    return versions.publish(access, "shop", PublishWish.PLAIN, null).version().version().toString();
  }

  private void edit(java.util.function.UnaryOperator<Api> change) {
    var draft = apis.get(access, "shop");
    apis.put(access, "shop", change.apply(draft.api()), draft.revision());
  }

  private static Api required(Api api, boolean required) {
    var method = api.methods().getFirst();
    var parameter = Parameter.of("q", Parameter.In.QUERY).with(p -> p.required = required);
    return api.withMethods(
        List.of(method.with(m -> m.parameters = List.of(parameter)), api.methods().get(1)));
  }

  private void flow(String slug, String version) {
    flows.putDraft(
        access,
        slug,
        Yaml.read(
            """
            name: %s
            triggers: [{kind: manual, id: hand}]
            steps: [{kind: call, id: a, api: shop, method: list%s}]
            links: [{from: hand, to: a}]
            """
                .formatted(slug, version == null ? "" : ", version: '" + version + "'"),
            Flow.class),
        0L);
  }
}
