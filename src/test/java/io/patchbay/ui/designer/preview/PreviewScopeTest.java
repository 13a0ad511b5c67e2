package io.patchbay.ui.designer.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiVersion;
import io.patchbay.common.Json;
import io.patchbay.flow.CallStep;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Trigger;
import io.patchbay.run.Run;
import io.patchbay.run.RunId;
import io.patchbay.run.RunState;
import io.patchbay.run.StepRun;
import io.patchbay.run.StepState;
import io.patchbay.ui.designer.editing.MethodLookup;
import io.patchbay.ui.shell.Completions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PreviewScopeTest {

  private static final Flow FLOW =
      Json.readDocument(
          """
          format: patchbay/flow@1
          name: Orders
          triggers: [{ id: hook, kind: webhook, path: "orders/{id}" }]
          steps:
            - { id: order, kind: call, api: shop, method: getOrder }
            - { id: shape, kind: transform, value: { total: "{{ steps.order.body.total }}" } }
            - { id: reply, kind: respond }
          links:
            - { from: hook, to: order }
            - { from: order, to: shape }
            - { from: shape, to: reply }
          """,
          Flow.class);

  private static final Api SHOP =
      Json.readDocument(
          """
          format: patchbay/api@1
          name: Shop
          baseUrl: https://shop.example
          auth: { kind: none }
          methods:
            - name: getOrder
              verb: GET
              path: /order
              responses:
                - status: "200"
                  schema: { "$ref": "#/schemas/Order" }
          schemas:
            Order:
              type: object
              properties:
                total: { type: integer, example: 12 }
                lines: { type: array, items: { type: object, properties: { sku: { type: string } } } }
          """,
          Api.class);

  private static final MethodLookup LOOKUP =
      new MethodLookup() {
        @Override
        public Optional<Api> api(String slug) {
          return slug.equals("shop") ? Optional.of(SHOP) : Optional.empty();
        }

        @Override
        public Optional<ApiMethod> method(CallStep call) {
          return api(call.api()).flatMap(a -> a.method(call.method()));
        }

        @Override
        public List<ApiVersion> versions(String ref) {
          return List.of();
        }

        @Override
        public boolean mayCallDraft(String ref) {
          return true;
        }

        @Override
        public Map<String, String> variables(@Nullable String environment) {
          return "staging".equals(environment) ? Map.of("tenant", "blue") : Map.of();
        }

        @Override
        public Map<String, JsonNode> schemas(CallStep call) {
          return SHOP.schemas();
        }
      };

  @Test
  void env_is_that_of_the_trigger_and_empty_without_an_environment() {
    var hook = (Trigger.Webhook) FLOW.triggers().getFirst();
    var staging = FLOW.withTriggers(List.of(hook.withEnvironment("staging")));

    assertThat(PreviewScope.of(FLOW, null, LOOKUP, "reply").scope()).containsEntry("env", Map.of());
    assertThat(PreviewScope.of(staging, null, LOOKUP, "reply").preview("{{ env.tenant }}").value())
        .isEqualTo("blue");
  }

  @Test
  void samples_come_from_schemas_while_nothing_else_is_known() {
    var scope = PreviewScope.of(FLOW, null, LOOKUP, "reply");
    var total = scope.preview("{{ steps.order.body.total }}");
    assertThat(total.text()).isEqualTo("12");
    assertThat(total.origin()).isEqualTo("sample");
    assertThat(scope.preview("{{ steps.shape.body.total }}").text()).isEqualTo("12");
    assertThat(scope.preview("{{ steps.order.body.lines }}").origin()).isEqualTo("1 item");
    assertThat(scope.preview("{{ trigger.path.id }}").text()).isEqualTo("\"id\"");
  }

  @Test
  void the_last_run_says_more_than_samples_and_pins_more_than_both() {
    Run run = run("{\"status\": 200, \"body\": {\"total\": 99}}");
    var ran = PreviewScope.of(FLOW, run, LOOKUP, "reply").preview("{{ steps.order.body.total }}");
    assertThat(ran.text()).isEqualTo("99");
    assertThat(ran.origin()).isEqualTo("last run");
    Flow pinned = FLOW.withPins(java.util.Map.of("order", tree("{\"body\": {\"total\": 5}}")));
    var frozen =
        PreviewScope.of(pinned, run, LOOKUP, "reply").preview("{{ steps.order.body.total }}");
    assertThat(frozen.text()).isEqualTo("5");
    assertThat(frozen.origin()).isEqualTo("pinned");
  }

  @Test
  void the_weakest_source_counts_where_several_are_used() {
    Run run = run(null);
    var both =
        PreviewScope.of(FLOW, run, LOOKUP, "reply")
            .preview("{{ trigger.body.id & steps.order.body.total }}");
    assertThat(both.text()).isEqualTo("\"712\"");
    assertThat(both.origin()).isEqualTo("sample");
  }

  private static final Flow LOOP =
      Json.readDocument(
          """
          format: patchbay/flow@1
          name: Loop
          triggers: [{ id: hook, kind: webhook, path: orders }]
          steps:
            - { id: start, kind: set, values: { prefix: "no-", tax: "{{ 1 + 1 }}" } }
            - { id: each, kind: forEach, items: "{{ trigger.body.lines }}", contains: [line, inner] }
            - { id: line, kind: transform, value: { sku: "{{ vars.prefix & item.sku }}" } }
            - { id: inner, kind: forEach, items: "{{ item.parts }}", contains: [part] }
            - { id: part, kind: transform, value: "{{ steps.line.body.sku & item }}" }
            - { id: ask, kind: callback }
            - { id: reply, kind: respond }
          links:
            - { from: hook, to: start }
            - { from: start, to: each }
            - { from: line, to: inner }
            - { from: each, to: ask }
            - { from: ask, to: reply }
          pins: { hook: { body: { lines: [{ sku: a1, parts: [x, y] }, { sku: a2, parts: [] }] } } }
          """,
          Flow.class);

  @Test
  void inside_a_loop_the_item_is_the_first_element() {
    var line = PreviewScope.of(LOOP, null, LOOKUP, "line");
    var part = PreviewScope.of(LOOP, null, LOOKUP, "part");

    assertThat(line.preview("{{ item.sku }}").text()).isEqualTo("\"a1\"");
    assertThat(line.preview("{{ item.sku }}").origin()).isEqualTo("pinned");
    assertThat(line.preview("{{ index }}").text()).isEqualTo("0");
    assertThat(line.preview("{{ vars.prefix & vars.tax }}").text()).isEqualTo("\"no-2\"");
    assertThat(part.preview("{{ item }}").text()).isEqualTo("\"x\"");
    assertThat(part.preview("{{ steps.line.body.sku & item }}").text()).isEqualTo("\"no-a1x\"");
    assertThat(Completions.of(line.scope()))
        .extracting(Completions.Proposal::label)
        .contains("item.sku", "index", "vars.prefix", "item.parts");
  }

  @Test
  void outside_of_a_loop_only_its_results_are_seen() {
    var reply = PreviewScope.of(LOOP, null, LOOKUP, "reply");

    assertThat(reply.scope()).doesNotContainKeys("item", "index");
    assertThat(reply.preview("{{ steps.line }}").isAbsent()).isTrue();
    assertThat(reply.preview("{{ steps.each.count }}").text()).isEqualTo("2");
    assertThat(reply.preview("{{ steps.each.body }}").text()).isEqualTo("[[\"no-a1x\"]]");
    assertThat(reply.preview("{{ run.callbacks.ask }}").text()).contains("callbacks/ask");
    assertThat(reply.preview("{{ steps.ask.verb }}").text()).isEqualTo("\"POST\"");
  }

  @Test
  void a_step_sees_only_what_runs_before_it() {
    var scope = PreviewScope.of(FLOW, null, LOOKUP, "order");
    assertThat(scope.source("shape")).isEmpty();
    assertThat(scope.preview("{{ steps.shape.body }}").text()).isEqualTo("absent");
  }

  @Test
  void a_wrong_type_is_told_in_words() {
    var scope = PreviewScope.of(FLOW, null, LOOKUP, "order");
    JsonNode integer = tree("{\"type\": \"integer\"}");
    assertThat(scope.preview("{{ 'x' }}").misfit(integer))
        .contains("Text given, a whole number is needed");
    assertThat(scope.preview("{{ 2 }}").misfit(integer)).isEmpty();
    assertThat(scope.preview("{{ 2.5 }}").misfit(integer)).isPresent();
    assertThat(scope.preview("{{ ( }}").error()).isNotBlank();
  }

  @Test
  void completions_name_whole_paths() {
    var labels =
        Completions.of(PreviewScope.of(FLOW, null, LOOKUP, "reply").scope()).stream()
            .map(Completions.Proposal::label)
            .toList();
    assertThat(labels)
        .contains(
            "steps.order.body.total", "steps.order.body.lines.sku", "trigger.path.id", "$sum");
  }

  @Test
  void fields_of_a_schema_and_their_types() {
    JsonNode order = SHOP.schemas().get("Order");
    assertThat(SchemaReader.fields(order, SHOP.schemas())).containsOnlyKeys("total", "lines");
    assertThat(SchemaReader.typeName(order.at("/properties/lines"), SHOP.schemas()))
        .isEqualTo("array<object>");
    assertThat(SchemaReader.typeName(tree("{\"enum\": [1]}"), SHOP.schemas())).isEqualTo("enum");
  }

  private static Run run(@Nullable String output) {
    var step =
        new StepRun(
            "order",
            "call",
            StepState.SUCCEEDED,
            "next",
            1,
            Instant.EPOCH,
            1.0,
            null,
            output == null ? null : tree(output),
            null,
            null);
    return new Run(
        new RunId(new UUID(1, 2)),
        "orders",
        "Orders",
        null,
        null,
        RunState.SUCCEEDED,
        Instant.EPOCH,
        Instant.EPOCH,
        1.0,
        new Run.TriggerRecord("hook", "webhook", tree("{\"body\": {\"id\": 7}}")),
        null,
        null,
        List.of(step));
  }

  private static JsonNode tree(String json) {
    return Json.MAPPER.readTree(json);
  }
}
