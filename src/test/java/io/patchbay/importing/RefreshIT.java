package io.patchbay.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiService;
import io.patchbay.api.StoredApi;
import io.patchbay.change.Impact;
import io.patchbay.common.Access;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowService;
import io.patchbay.importing.RefreshPreview.MethodRefresh;
import io.patchbay.importing.RefreshPreview.State;
import io.patchbay.testing.IntegrationTest;
import io.patchbay.testing.TestWorkspace;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A newer description comes in without losing what was edited by hand. */
@IntegrationTest
@TestPropertySource(properties = "patchbay.egress-allow=localhost:*")
class RefreshIT {

  @Autowired JdbcClient jdbc;
  @Autowired ImportService imports;
  @Autowired RefreshService refreshes;
  @Autowired SourceWatch watch;
  @Autowired ApiService apis;
  @Autowired FlowService flows;

  private final MockWebServer server = new MockWebServer();
  private Access access;

  @BeforeEach
  void enter() throws IOException {
    server.start();
    access = TestWorkspace.create(jdbc);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void nothingNewIsSaid() {
    imported(Shop.first(), Set.of("listOrders", "getItem"));

    var preview = refreshes.preview(access, "shop", file(Shop.first()));

    assertThat(preview.nothingChanged()).isTrue();
    assertThat(preview.counts()).isEqualTo(RefreshCounts.NONE);
    assertThat(preview.methods()).isEmpty();
    var stored = refreshes.apply(access, "shop", preview.hash(), Set.of());
    assertThat(stored.revision()).isEqualTo(1);
    assertThat(refreshes.history(access, "shop")).isEmpty();
  }

  @Test
  void aBreakingChangeNamesTheStepThatItTouches() {
    imported(Shop.first(), Set.of("listOrders", "getItem"));
    flows.putDraft(
        access,
        "daily",
        Json.readDocument(
            """
            name: Daily report
            triggers: [{id: hand, kind: manual}]
            steps: [{id: fetch, kind: call, api: shop, method: listOrders}]
            links: [{from: hand, to: fetch}]
            """,
            Flow.class),
        null);

    var preview = refreshes.preview(access, "shop", file(Shop.first().withRequiredLimit()));

    assertThat(preview.counts().breaking()).isEqualTo(1);
    assertThat(preview.touched())
        .singleElement()
        .satisfies(touched -> {
          assertThat(touched.use().flow()).isEqualTo("daily");
          assertThat(touched.use().step()).isEqualTo("fetch");
          assertThat(touched.impact()).isEqualTo(Impact.BREAKING);
        });
    assertThat(method(preview, "listOrders").uses()).hasSize(1);
  }

  @Test
  void editsByHandSurviveAndASecondChangeOfTheSameFieldIsAConflict() {
    imported(Shop.first(), Set.of("listOrders", "getItem"));
    edit("listOrders", method -> method.with(parts -> parts.title = "My orders"));

    var preview = refreshes.preview(access, "shop", file(Shop.first().withRequiredLimit()));
    refreshes.apply(access, "shop", preview.hash(), Set.of());

    var method = stored().api().method("listOrders").orElseThrow();
    assertThat(method.title()).isEqualTo("My orders");
    assertThat(method.parameters().getFirst().required()).isTrue();

    var second =
        refreshes.preview(
            access, "shop", file(Shop.first().withRequiredLimit().withTitle("All orders")));
    assertThat(second.nothingChanged()).isTrue();
    assertThat(second.counts().conflicts()).isEqualTo(1);
    assertThat(method(second, "listOrders").state()).isEqualTo(State.EDITED);
  }

  @Test
  void whatIsSkippedStaysAndIsOfferedAgain() {
    imported(Shop.first(), Set.of("listOrders", "getItem"));
    var newer = Shop.first().withRequiredLimit().withCustomers();

    var preview = refreshes.preview(access, "shop", file(newer));
    refreshes.apply(access, "shop", preview.hash(), Set.of("listOrders", "listCustomers"));

    assertThat(names()).containsExactly("listOrders", "getItem");
    assertThat(stored().revision()).isEqualTo(1);
    var again = refreshes.preview(access, "shop", file(newer));
    assertThat(again.methods())
        .extracting(MethodRefresh::name, MethodRefresh::state)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("listOrders", State.CHANGED),
            org.assertj.core.groups.Tuple.tuple("listCustomers", State.NEW));
  }

  @Test
  void aSkippedDifferenceInASharedSchemaIsOfferedAgain() {
    imported(Shop.first(), Set.of("listOrders", "getItem"));
    var newer = file(Shop.first().withOrderId("string").withTitle("All orders"));

    var hash = refreshes.preview(access, "shop", newer).hash();
    refreshes.apply(access, "shop", hash, Set.of("listOrders"));

    assertThat(stored().api().schemas().get("Order").at("/properties/id/type").stringValue())
        .isEqualTo("integer");
    assertThat(method(refreshes.preview(access, "shop", newer), "listOrders").impact())
        .isEqualTo(Impact.BREAKING);
  }

  @Test
  void whatIsGoneGoesUnlessSkippedAndIsOfferedAgain() {
    imported(Shop.first(), Set.of("listOrders", "getItem"));
    var newer = file(Shop.first().withoutItems());

    var hash = refreshes.preview(access, "shop", newer).hash();
    refreshes.apply(access, "shop", hash, Set.of("getItem"));
    assertThat(names()).containsExactly("listOrders", "getItem");

    var again = refreshes.preview(access, "shop", newer);
    assertThat(method(again, "getItem").state()).isEqualTo(State.GONE);
    refreshes.apply(access, "shop", again.hash(), Set.of());
    assertThat(names()).containsExactly("listOrders");
  }

  @Test
  void aMethodThatWasRenamedByHandIsStillTheSame() {
    imported(Shop.first(), Set.of("listOrders", "getItem"));
    edit("listOrders", method -> method.with(parts -> parts.name = "orders"));

    var preview = refreshes.preview(access, "shop", file(Shop.first().withRequiredLimit()));
    refreshes.apply(access, "shop", preview.hash(), Set.of());

    assertThat(names()).containsExactly("orders", "getItem");
    var orders = stored().api().method("orders").orElseThrow();
    assertThat(orders.parameters().getFirst().required()).isTrue();
  }

  @Test
  void anAddressIsReadAgain() {
    serve(Shop.first());
    importedByUrl(24);
    serve(Shop.first().withCustomers());

    var preview = refreshes.preview(access, "shop", null);
    refreshes.apply(access, "shop", preview.hash(), Set.of());

    assertThat(names()).containsExactly("listOrders", "getItem", "listCustomers");
    assertThat(refreshes.source(access, "shop").orElseThrow().found()).isNull();
  }

  @Test
  void whatWasNotTakenStaysOutUntilSomebodyTakesIt() {
    imported(Shop.first(), Set.of("getItem"));

    var preview = refreshes.preview(access, "shop", file(Shop.first().withRequiredLimit()));
    assertThat(preview.nothingChanged()).isTrue();
    assertThat(method(preview, "listOrders").state()).isEqualTo(State.NOT_TAKEN);
    refreshes.apply(access, "shop", preview.hash(), Set.of());
    assertThat(names()).containsExactly("getItem");

    var again = refreshes.preview(access, "shop", file(Shop.first().withRequiredLimit()));
    refreshes.apply(access, "shop", again.hash(), Set.of(), Set.of("listOrders"));
    assertThat(names()).containsExactlyInAnyOrder("getItem", "listOrders");
    assertThat(stored().api().schemas()).containsKey("Order");
  }

  @Test
  void aDefinitionThatWasEditedAfterThePreviewIsComparedAgain() {
    imported(Shop.first(), Set.of("listOrders", "getItem"));
    var preview = refreshes.preview(access, "shop", file(Shop.first().withRequiredLimit()));
    edit("getItem", method -> method.with(parts -> parts.title = "Item"));

    assertThatThrownBy(() -> refreshes.apply(access, "shop", preview.hash(), Set.of()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("compare again");
    assertThatThrownBy(() ->
            refreshes.apply(
                access,
                "shop",
                refreshes.preview(access, "shop", file(Shop.first())).hash(),
                Set.of("nothing")))
        .isInstanceOf(InvalidException.class)
        .hasMessageContaining("There is no method 'nothing' to skip");
  }

  @Test
  void aRefreshIsUndoneAndLaterEditsStay() {
    imported(Shop.first(), Set.of("listOrders", "getItem"));
    var before = stored().api();
    var newer = Shop.first().withRequiredLimit();
    refreshes.apply(
        access, "shop", refreshes.preview(access, "shop", file(newer)).hash(), Set.of());
    var first = refreshes.history(access, "shop").getFirst();

    assertThat(refreshes.undo(access, "shop", first.id()).api()).isEqualTo(before);
    assertThat(refreshes.history(access, "shop").getFirst().undoneAt()).isNotNull();
    assertThat(refreshes.preview(access, "shop", file(newer)).counts().breaking()).isEqualTo(1);

    refreshes.apply(
        access, "shop", refreshes.preview(access, "shop", file(newer)).hash(), Set.of());
    edit("getItem", method -> method.with(parts -> parts.title = "Item"));
    var second = refreshes.history(access, "shop").getFirst();
    refreshes.undo(access, "shop", second.id());
    assertThat(stored().api().method("getItem").orElseThrow().title()).isEqualTo("Item");
    assertThat(stored().api().method("listOrders")).isEqualTo(before.method("listOrders"));
    assertThatThrownBy(() -> refreshes.undo(access, "shop", second.id()))
        .hasMessageContaining("undone already");
  }

  @Test
  void undoingThatWouldLoseAnEditIsRefused() {
    imported(Shop.first(), Set.of("listOrders", "getItem"));
    var newer = file(Shop.first().withTitle("All orders"));
    refreshes.apply(access, "shop", refreshes.preview(access, "shop", newer).hash(), Set.of());
    edit("listOrders", method -> method.with(parts -> parts.title = "My orders"));
    var id = refreshes.history(access, "shop").getFirst().id();

    assertThatThrownBy(() -> refreshes.undo(access, "shop", id))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("listOrders: title");
    assertThat(stored().api().method("listOrders").orElseThrow().title()).isEqualTo("My orders");
  }

  @Test
  void aWatchedSourceIsLookedAtAndWhatIsNewWaits() {
    serve(Shop.first());
    importedByUrl(24);
    var before = refreshes.source(access, "shop").orElseThrow();
    assertThat(before.watchHours()).isEqualTo(24);
    assertThat(before.nextCheckAt()).isAfter(before.readAt());

    serve(Shop.first().withRequiredLimit());
    due();
    watch.look();

    var after = refreshes.source(access, "shop").orElseThrow();
    assertThat(after.checkError()).isNull();
    assertThat(after.found()).isNotNull();
    assertThat(after.found().counts().breaking()).isEqualTo(1);
    assertThat(after.nextCheckAt()).isAfter(after.checkedAt());
    assertThat(stored().revision()).isEqualTo(1);
  }

  @Test
  void aLookThatFailsIsNotedAndRepeatedSooner() {
    serve(Shop.first());
    importedByUrl(720);

    server.enqueue(new MockResponse.Builder().code(500).build());
    due();
    watch.look();

    var source = refreshes.source(access, "shop").orElseThrow();
    assertThat(source.checkError()).contains("answered 500");
    assertThat(source.nextCheckAt()).isBefore(source.checkedAt().plusSeconds(600));
    assertThat(source.found()).isNull();
  }

  @Test
  void onlyASourceWithAnAddressIsWatched() {
    imported(Shop.first(), Set.of("getItem"));

    assertThatThrownBy(() -> refreshes.watch(access, "shop", 24))
        .hasMessageContaining("came as a file");
    assertThatThrownBy(() -> refreshes.preview(access, "shop", null))
        .hasMessageContaining("Give the newer file");
  }

  private void imported(Shop shop, Set<String> methods) {
    var source = file(shop);
    var read = imports.read(access, source);
    imports.save(
        access,
        source,
        read,
        List.of(ImportChoice.of(read.apis().getFirst()).withMethods(methods)));
  }

  private void importedByUrl(int watchHours) {
    var source = ImportRequest.ofUrl(server.url("/shop.yaml").toString(), false);
    var read = imports.read(access, source);
    imports.save(
        access,
        source,
        read,
        List.of(ImportChoice.of(read.apis().getFirst()).withWatchHours(watchHours)));
  }

  private void serve(Shop shop) {
    server.enqueue(new MockResponse.Builder().code(200).body(shop.yaml()).build());
  }

  private void due() {
    jdbc.sql("update api_sources set next_check_at = now() - interval '1 hour' where api_id = ?")
        .param(stored().id().value())
        .update();
  }

  private void edit(String name, UnaryOperator<ApiMethod> change) {
    var stored = stored();
    var methods =
        stored.api().methods().stream()
            .map(method -> method.name().equals(name) ? change.apply(method) : method)
            .toList();
    apis.put(access, "shop", stored.api().withMethods(methods), stored.revision());
  }

  private StoredApi stored() {
    return apis.get(access, "shop");
  }

  private List<String> names() {
    return stored().api().methods().stream().map(ApiMethod::name).toList();
  }

  private static MethodRefresh method(RefreshPreview preview, String name) {
    return preview.methods().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  private static ImportRequest file(Shop shop) {
    return ImportRequest.ofFile(
        "shop.yaml", shop.yaml().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
