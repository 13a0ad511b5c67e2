package io.patchbay.ui.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The records and frontend/flow-canvas/model.ts agree; contract.test.ts reads the same files. */
class CanvasContractTest {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  @Test
  void flow() {
    var document = resource("flow.json");
    var flow = STRICT.treeToValue(document, CanvasFlow.class);

    assertThat(flow.nodes()).hasSize(15).hasOnlyElementsOfType(CanvasNode.class);
    assertThat(sameNumbers(FlowCanvas.json(flow))).isEqualTo(sameNumbers(document));
  }

  @Test
  void run() {
    var document = resource("run.json");
    var run = STRICT.treeToValue(document, CanvasRun.class);

    assertThat(run.steps())
        .extracting(CanvasRun.StepState::state)
        .contains(CanvasRun.State.values());
    assertThat(sameNumbers(FlowCanvas.json(run))).isEqualTo(sameNumbers(document));
  }

  @Test
  void problems() {
    var document = resource("problems.json");
    var problems = List.of(STRICT.treeToValue(document, CanvasProblem[].class));

    assertThat(sameNumbers(FlowCanvas.json(problems))).isEqualTo(sameNumbers(document));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        CanvasIntent.StepDropped.class,
        CanvasIntent.StepsMoved.class,
        CanvasIntent.LinkDrawn.class,
        CanvasIntent.StepsDeleted.class,
        CanvasIntent.SelectionChanged.class,
        CanvasIntent.StepOpened.class,
        CanvasIntent.StepRenamed.class,
        CanvasIntent.NoteEdited.class,
        CanvasIntent.BoxResized.class,
        CanvasIntent.CopyRequested.class,
        CanvasIntent.Pasted.class,
        CanvasIntent.DuplicateRequested.class,
        CanvasIntent.AddStepRequested.class,
        CanvasIntent.NoteRequested.class
      })
  void intent(Class<? extends CanvasIntent> type) {
    var document = resource("intents.json").get(type.getSimpleName());
    var intent = STRICT.treeToValue(document, type);

    assertThat(sameNumbers(FlowCanvas.json(intent))).isEqualTo(sameNumbers(document));
  }

  private static JsonNode resource(String name) {
    try (var in = CanvasContractTest.class.getResourceAsStream("/canvas/" + name)) {
      return STRICT.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keys in order, and 20 equal to 20.0: JSON knows no difference, Jackson's nodes do. */
  private static Object sameNumbers(JsonNode node) {
    return STRICT
        .writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .writeValueAsString(STRICT.treeToValue(node, Object.class))
        .replaceAll("(\\d)\\.0\\b", "$1");
  }
}
