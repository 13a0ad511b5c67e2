package io.patchbay.ui.apis;

import io.patchbay.api.Api;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiService;
import io.patchbay.api.StoredApi;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.UiErrorHandler;
import io.patchbay.ui.shell.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The API in the editor. Every change is saved at once; what cannot be saved yet stays here and is
 * saved with the next change that makes it right.
 */
final class ApiDraft {

  /** How the editor and what is kept relate. */
  enum State {
    SAVED,
    /** The working copy is not right in itself. */
    INVALID,
    /** Somebody else saved in between. */
    STALE
  }

  /** Is told after every try to save. */
  interface Listener {
    void saved(State state, String message);
  }

  private final Visit visit;
  private final ApiService apis;
  private final List<Listener> listeners = new ArrayList<>();
  private StoredApi stored;
  private Api api;

  ApiDraft(Visit visit, ApiService apis, String slug) {
    this.visit = visit;
    this.apis = apis;
    this.stored = apis.get(visit.access(), slug);
    this.api = stored.api();
  }

  Visit visit() {
    return visit;
  }

  /** The working copy. */
  Api api() {
    return api;
  }

  String slug() {
    return stored.slug();
  }

  void listen(Listener listener) {
    listeners.add(listener);
  }

  /** Changes the working copy and saves it. */
  void change(UnaryOperator<Api> change) {
    Api changed = change.apply(api);
    if (!changed.equals(api)) {
      api = changed;
      save();
    }
  }

  /** Changes one method; a new name moves it. */
  void changeMethod(String name, UnaryOperator<ApiMethod> change) {
    change(before ->
        before.withMethods(
            before.methods().stream()
                .map(method -> method.name().equals(name) ? change.apply(method) : method)
                .toList()));
  }

  /** Takes a method out, with a way back. */
  void deleteMethod(String name, Runnable onUndone) {
    List<ApiMethod> before = api.methods();
    change(now ->
        now.withMethods(
            now.methods().stream().filter(method -> !method.name().equals(name)).toList()));
    Toasts.undo(
        "Method %s deleted".formatted(name),
        () -> {
          change(now -> now.withMethods(before));
          onUndone.run();
        });
  }

  private void save() {
    try {
      stored = apis.put(visit.access(), slug(), api, stored.revision());
      tell(State.SAVED, "");
    } catch (InvalidException e) {
      tell(State.INVALID, UiErrorHandler.sentences(e));
    } catch (ConflictException e) {
      tell(State.STALE, String.valueOf(e.getMessage()));
    }
  }

  private void tell(State state, String message) {
    listeners.forEach(listener -> listener.saved(state, message));
  }
}
