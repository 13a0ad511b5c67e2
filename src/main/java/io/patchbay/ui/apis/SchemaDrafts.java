package io.patchbay.ui.apis;

import io.patchbay.api.ApiEditing;
import io.patchbay.common.Access;
import io.patchbay.ui.shell.Toasts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The shared schemas of the API in the editor, each read when it is needed first. */
public final class SchemaDrafts {

  /** What a reference to a shared schema begins with. */
  static final String PREFIX = "#/schemas/";

  private static final int MOST_KEPT = 200;

  private final ApiDraft draft;
  private final ApiEditing editing;
  private final Map<String, Optional<JsonNode>> read = new HashMap<>();

  private @Nullable List<String> all;

  SchemaDrafts(ApiDraft draft, ApiEditing editing) {
    this.draft = draft;
    this.editing = editing;
  }

  /** The names that hold {@code q}, in their order; all of them where it is empty. */
  public List<String> names(String q) {
    List<String> known = all;
    if (known == null) {
      known = editing.schemas(access(), draft.ref(), null);
      all = known;
    }
    String part = q.toLowerCase(Locale.ROOT);
    return q.isEmpty()
        ? known
        : known.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(part)).toList();
  }

  /** How many there are. */
  public int size() {
    return names("").size();
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return size() == 0;
  }

  /** The schema of that name. */
  public Optional<JsonNode> get(String name) {
    if (read.size() >= MOST_KEPT) {
      read.clear();
    }
    return read.computeIfAbsent(name, one -> editing.schema(access(), draft.ref(), one));
  }

  /** The schema that a {@code $ref} such as {@code #/schemas/Pet} names; absent for others. */
  public @Nullable JsonNode resolve(String reference) {
    return reference.startsWith(PREFIX)
        ? get(reference.substring(PREFIX.length())).orElse(null)
        : null;
  }

  /** The methods and schemas that refer to it. */
  public List<String> users(String name) {
    return editing.usersOfSchema(access(), draft.ref(), name);
  }

  /** Adds or replaces a schema; whether that went well. */
  public boolean save(String name, JsonNode schema) {
    return draft.attempt(
        at -> editing.saveSchema(access(), draft.ref(), name, schema, at),
        () -> {
          read.put(name, Optional.of(schema));
          all = null;
        });
  }

  /** Gives a schema that nobody refers to another name; whether that went well. */
  public boolean rename(String name, String newName) {
    JsonNode schema = get(name).orElseThrow();
    return save(newName, schema) && drop(name);
  }

  /** Takes a schema out that nobody refers to, with a way back; whether that went well. */
  public boolean delete(String name, Runnable onUndone) {
    JsonNode before = get(name).orElseThrow();
    boolean gone = drop(name);
    if (gone) {
      Toasts.undo(
          "Schema %s deleted".formatted(name),
          () -> {
            save(name, before);
            onUndone.run();
          });
    }
    return gone;
  }

  private boolean drop(String name) {
    return draft.attempt(
        at -> editing.deleteSchema(access(), draft.ref(), name, at),
        () -> {
          read.remove(name);
          all = null;
        });
  }

  private Access access() {
    return draft.visit().access();
  }
}
