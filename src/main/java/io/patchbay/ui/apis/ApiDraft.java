package io.patchbay.ui.apis;

import io.patchbay.api.Api;
import io.patchbay.api.ApiEditing;
import io.patchbay.api.ApiMethod;
import io.patchbay.api.ApiService;
import io.patchbay.api.MethodSummary;
import io.patchbay.api.StoredApi;
import io.patchbay.common.Access.Role;
import io.patchbay.common.ConflictException;
import io.patchbay.common.InvalidException;
import io.patchbay.common.InvalidException.Problem;
import io.patchbay.ui.shell.Toasts;
import io.patchbay.ui.shell.UiErrorHandler;
import io.patchbay.ui.shell.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The API in the editor: its head, a list of its methods, and the methods that were opened. Every
 * change is saved at once, and only the part that changed; what cannot be saved yet stays here and
 * is saved with the next change that makes it right.
 */
public final class ApiDraft {

  /** How the editor and what is kept relate. */
  public enum State {
    SAVED,
    /** Some part is not right in itself. */
    INVALID,
    /** Somebody else saved in between. */
    STALE
  }

  /** Is told after every try to save. */
  @FunctionalInterface
  public interface Listener {
    void saved(State state, String message);
  }

  private static final String HEAD = "";

  private final Visit visit;
  private final ApiEditing editing;
  private final StoredApi stored;
  private final Runnable onReload;
  private final SchemaDrafts schemas;
  private final List<Listener> listeners = new ArrayList<>();
  private final Map<String, ApiMethod> open = new HashMap<>();
  private final Map<String, List<Problem>> wrong = new LinkedHashMap<>();
  private final List<MethodSummary> methods;
  private Api head;
  private long revision;
  private @Nullable String stale;

  ApiDraft(Visit visit, ApiEditing editing, ApiService apis, String ref, Runnable onReload) {
    this.visit = visit;
    this.editing = editing;
    this.onReload = onReload;
    this.stored = editing.head(visit.access(), ref);
    this.head = stored.api();
    this.revision = stored.revision();
    this.methods = new ArrayList<>(apis.methods(visit.access(), ref, null));
    this.schemas = new SchemaDrafts(this, editing);
  }

  public Visit visit() {
    return visit;
  }

  /** The API without methods and schemas: the working copy. */
  public Api api() {
    return head;
  }

  /** As it was kept when the editor was opened: owner, share, newest version. */
  public StoredApi stored() {
    return stored;
  }

  /** How this workspace names it: the slug, or {@code owner:slug}. */
  public String ref() {
    return stored.ref().toString();
  }

  /** What was saved last; give it back where something is done with just that. */
  public long revision() {
    return revision;
  }

  /** Whether it was saved after that moment, or may have been: environments count too. */
  public boolean editedSince(Instant moment) {
    return revision != stored.revision() || stored.updatedAt().isAfter(moment);
  }

  /** Whether who looks may change the definition. */
  public boolean mayEdit() {
    return visit.may(Role.EDITOR) && stored.mayBeEdited();
  }

  /** All methods, in their order. */
  public List<MethodSummary> methods() {
    return List.copyOf(methods);
  }

  /** The schemas that methods share. */
  public SchemaDrafts schemas() {
    return schemas;
  }

  /** Reads all of it anew, after something else than this draft changed it. */
  public void reload() {
    onReload.run();
  }

  /** Adds one who is told after every try to save. */
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  /** The working copy of a method. */
  public Optional<ApiMethod> method(String name) {
    ApiMethod there = open.get(name);
    if (there != null) {
      return Optional.of(there);
    }
    Optional<ApiMethod> found = editing.method(visit.access(), ref(), name);
    open.keySet().retainAll(wrong.keySet());
    found.ifPresent(method -> open.put(name, method));
    return found;
  }

  /** Whether the working copy of a method could not be saved yet. */
  public boolean isUnsaved(String name) {
    return wrong.containsKey(name);
  }

  /** Whether there is a method of that name. */
  public boolean hasMethod(String name) {
    return methods.stream().anyMatch(method -> method.name().equals(name));
  }

  /** What is wrong with the working copy of a method; with the rest of the API for no name. */
  public List<Problem> problems(String name) {
    return wrong.getOrDefault(name, List.of());
  }

  /** Changes what is not a method or a schema, and saves it. */
  public void change(UnaryOperator<Api> change) {
    Api changed = change.apply(head);
    if (!changed.equals(head)) {
      head = changed;
      save(HEAD, at -> editing.saveHead(visit.access(), ref(), changed, at), () -> {});
    }
  }

  /** Changes one method, but not its name, and saves it. */
  public void changeMethod(String name, UnaryOperator<ApiMethod> change) {
    ApiMethod before = method(name).orElse(null);
    ApiMethod changed = before == null ? null : change.apply(before);
    if (changed != null && !changed.equals(before)) {
      open.put(name, changed);
      save(
          name,
          at -> editing.saveMethod(visit.access(), ref(), name, changed, at),
          () -> replaceSummary(name, changed));
    }
  }

  /** Gives a method another name; whether that went well. */
  public boolean renameMethod(String name, String newName) {
    ApiMethod changed = method(name).orElseThrow().with(parts -> parts.name = newName);
    return attempt(
        at -> editing.saveMethod(visit.access(), ref(), name, changed, at),
        () -> {
          replaceSummary(name, changed);
          open.remove(name);
          wrong.remove(name);
        });
  }

  /** Adds a method at the end; whether that went well. */
  public boolean addMethod(ApiMethod method) {
    return attempt(
        at -> editing.saveMethod(visit.access(), ref(), null, method, at),
        () -> methods.add(summary(method)));
  }

  /** Takes a method out, with a way back; whether that went well. */
  public boolean deleteMethod(String name, Runnable onUndone) {
    ApiMethod before = method(name).orElseThrow();
    boolean gone =
        attempt(
            at -> editing.deleteMethod(visit.access(), ref(), name, at),
            () -> {
              methods.removeIf(method -> method.name().equals(name));
              open.remove(name);
              wrong.remove(name);
            });
    if (gone) {
      Toasts.undo(
          "Method %s deleted".formatted(name),
          () -> {
            addMethod(before);
            onUndone.run();
          });
    }
    return gone;
  }

  /** Saves something that is done as a whole or not at all; an error is shown and left. */
  boolean attempt(LongUnaryOperator save, Runnable onSaved) {
    try {
      revision = save.applyAsLong(revision);
    } catch (InvalidException e) {
      Toasts.error(UiErrorHandler.sentences(e));
      return false;
    } catch (ConflictException e) {
      Toasts.error(String.valueOf(e.getMessage()));
      return false;
    }
    onSaved.run();
    tell();
    return true;
  }

  private void save(String part, LongUnaryOperator save, Runnable onSaved) {
    try {
      revision = save.applyAsLong(revision);
      wrong.remove(part);
      onSaved.run();
    } catch (InvalidException e) {
      wrong.put(part, e.problems());
    } catch (ConflictException e) {
      stale = String.valueOf(e.getMessage());
    }
    tell();
  }

  private void tell() {
    State state = stale != null ? State.STALE : wrong.isEmpty() ? State.SAVED : State.INVALID;
    String message =
        stale != null
            ? stale
            : wrong.isEmpty()
                ? ""
                : UiErrorHandler.sentences(new InvalidException(wrong.values().iterator().next()));
    List.copyOf(listeners).forEach(listener -> listener.saved(state, message));
  }

  private void replaceSummary(String name, ApiMethod method) {
    methods.replaceAll(one -> one.name().equals(name) ? summary(method) : one);
  }

  private MethodSummary summary(ApiMethod method) {
    return new MethodSummary(
        ref(),
        method.name(),
        method.label(),
        method.verb(),
        method.path(),
        method.tags().isEmpty() ? "" : method.tags().getFirst(),
        method.deprecated());
  }
}
