package io.patchbay.ui.designer;

import io.patchbay.common.Access;
import io.patchbay.common.ConflictException;
import io.patchbay.common.ForbiddenException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.NotFoundException;
import io.patchbay.flow.Flow;
import io.patchbay.flow.FlowDraft;
import io.patchbay.flow.FlowService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the draft as it is drawn: shortly after each change, and never over that of others. */
final class Autosave {

  /** How saving stands. */
  interface Listener {
    void saving();

    void saved(FlowDraft draft);

    /** Somebody else changed the flow. */
    void conflict(FlowDraft theirs);

    /** It could not be saved; the message says why. */
    void failed(String message);
  }

  private static final int PAUSE_MS = 600;

  private final FlowService flows;
  private final Supplier<Access> access;
  private final String slug;
  private final Delay delay;
  private final Listener listener;
  private Flow saved;
  private @Nullable Flow pending;
  private long revision;
  private boolean stopped;

  Autosave(
      FlowService flows, Supplier<Access> access, FlowDraft draft, Delay delay, Listener listener) {
    this.flows = flows;
    this.access = access;
    this.slug = draft.slug();
    this.saved = draft.flow();
    this.revision = draft.revision();
    this.delay = delay;
    this.listener = listener;
  }

  /** The flow changed. */
  void changed(Flow flow) {
    pending = flow;
    listener.saving();
    if (!stopped) {
      delay.restart(PAUSE_MS, this::now);
    }
  }

  /** Saves what is not saved yet. */
  void now() {
    Flow flow = pending;
    delay.cancel();
    if (flow == null || stopped) {
      return;
    }
    put(flow, revision);
  }

  /** Saves over what somebody else saved. */
  void keepMine(Flow flow) {
    stopped = false;
    pending = flow;
    put(flow, null);
  }

  /** Goes on from what is stored. */
  void goOnFrom(FlowDraft draft) {
    stopped = false;
    pending = null;
    saved = draft.flow();
    revision = draft.revision();
    listener.saved(draft);
  }

  boolean hasPending() {
    return pending != null;
  }

  /** The flow as it was saved last. */
  Flow saved() {
    return saved;
  }

  private void put(Flow flow, @Nullable Long expected) {
    try {
      FlowDraft draft = flows.putDraft(access.get(), slug, flow, expected);
      pending = null;
      saved = flow;
      revision = draft.revision();
      listener.saved(draft);
    } catch (ConflictException e) {
      stopped = true;
      listener.conflict(flows.get(access.get(), slug));
    } catch (InvalidException | ForbiddenException | NotFoundException e) {
      listener.failed(String.valueOf(e.getMessage()));
    }
  }
}
