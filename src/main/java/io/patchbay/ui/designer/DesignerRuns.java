package io.patchbay.ui.designer;

import com.vaadin.flow.component.UI;
import io.patchbay.common.InvalidException;
import io.patchbay.common.Json;
import io.patchbay.common.NotFoundException;
import io.patchbay.engine.ManualStart;
import io.patchbay.engine.RunHandle;
import io.patchbay.engine.TriggerData;
import io.patchbay.expression.Expression;
import io.patchbay.flow.Flow;
import io.patchbay.flow.Trigger;
import io.patchbay.run.Run;
import io.patchbay.run.RunId;
import io.patchbay.ui.designer.bar.DesignerBar;
import io.patchbay.ui.designer.editing.Drawing;
import io.patchbay.ui.designer.run.LiveRun;
import io.patchbay.ui.designer.run.RunPanel;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.Visit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs the draft and shows how it goes on: on the canvas, in the run panel, in the bar. */
final class DesignerRuns {

  private static final int FRAME_MS = 100;
  private static final int MOST_LOOKS = 50;

  private final Visit visit;
  private final String slug;
  private final Drawing drawing;
  private final DesignerServices services;
  private final FlowCanvas canvas;
  private final DesignerBar bar;
  private final RunPanel panel;
  private final Delay frames;
  private final UI ui;
  private @Nullable RunHandle handle;

  DesignerRuns(
      Visit visit,
      String slug,
      Drawing drawing,
      DesignerServices services,
      FlowCanvas canvas,
      DesignerBar bar,
      RunPanel panel,
      Delay frames,
      UI ui) {
    this.visit = visit;
    this.slug = slug;
    this.drawing = drawing;
    this.services = services;
    this.canvas = canvas;
    this.bar = bar;
    this.panel = panel;
    this.frames = frames;
    this.ui = ui;
  }

  /** Shows the newest run of the flow, draft or live. */
  void showLatest() {
    services.runs().latest(visit.access(), slug, true).ifPresent(this::show);
  }

  /** Runs from a trigger with its sample, or with another body. */
  void start(@Nullable String triggerId, @Nullable JsonNode body) {
    Flow flow = drawing.flow();
    Optional<Trigger> trigger =
        triggerId == null ? flow.triggers().stream().findFirst() : flow.trigger(triggerId);
    if (trigger.isEmpty()) {
      Toasts.error("Nothing starts this flow", "Add a trigger from the palette.");
      return;
    }
    var waiting = new AtomicBoolean();
    var live = new LiveRun[1];
    live[0] =
        new LiveRun(
            flow,
            services.times()::minute,
            () -> {
              if (waiting.compareAndSet(false, true)) {
                frames.later(
                    FRAME_MS,
                    () -> {
                      waiting.set(false);
                      frame(live[0]);
                    });
              }
            });
    try {
      bar.showRunning(true);
      canvas.runStates(live[0].toCanvas());
      handle =
          services
              .starter()
              .runDraft(
                  visit.access(),
                  slug,
                  new ManualStart(
                      trigger.get().id(), drawing.environment(), data(flow, trigger.get(), body)),
                  live[0]);
    } catch (InvalidException e) {
      bar.showRunning(false);
      canvas.runStates(null);
      panel.showProblems();
      Toasts.error("The flow cannot run yet", String.valueOf(e.getMessage()));
    }
  }

  void cancel() {
    if (handle != null) {
      handle.cancel("Cancelled by " + visit.actor());
    }
  }

  private void frame(LiveRun live) {
    canvas.runStates(live.toCanvas());
    RunId id = live.id();
    if (live.end() == null || id == null) {
      panel.showLive(live.toCanvas());
    } else {
      bar.showRunning(false);
      handle = null;
      load(id, 0);
    }
  }

  /** The record follows the run within moments. */
  private void load(RunId id, int looks) {
    try {
      Run run = services.runs().get(visit.access(), id);
      if (LiveRun.isOver(run)) {
        show(run);
        return;
      }
    } catch (NotFoundException e) {
      if (looks >= MOST_LOOKS) {
        Toasts.success("The run is over. It is not kept: see the settings of the flow.");
        return;
      }
    }
    if (looks < MOST_LOOKS) {
      frames.later(FRAME_MS, () -> load(id, looks + 1));
    }
  }

  private void show(Run run) {
    drawing.setRun(run);
    canvas.runStates(LiveRun.toCanvas(drawing.flow(), run));
    if (ui.isAttached() && run.failure() != null && run.failure().step() != null) {
      canvas.reveal(java.util.List.of(run.failure().step()));
    }
  }

  private static TriggerData data(Flow flow, Trigger trigger, @Nullable JsonNode body) {
    JsonNode pin = flow.pins().get(trigger.id());
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    if (pin != null && Json.toValue(pin) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> given.put(String.valueOf(name), value));
    }
    if (body != null) {
      given.put("body", Json.toValue(body));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    texts(given.get("headers")).forEach(headers::put);
    Map<String, @Nullable Object> query = new LinkedHashMap<>();
    if (given.get("query") instanceof Map<?, ?> map) {
      map.forEach((name, value) -> query.put(String.valueOf(name), value));
    }
    return new TriggerData(
        given.containsKey("body") ? given.get("body") : Expression.ABSENT,
        headers,
        query,
        texts(given.get("path")),
        trigger instanceof Trigger.Webhook hook ? hook.verbs().getFirst() : null);
  }

  private static Map<String, String> texts(@Nullable Object value) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, text) -> texts.put(String.valueOf(name), String.valueOf(text)));
    }
    return texts;
  }
}
