package io.patchbay.schema;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field of data as people see it.
 *
 * @param name its name in the object
 * @param path how an expression reaches it from the top of the schema, for example {@code
 *     items.name}
 * @param type a word or two: {@code string}, {@code integer}, {@code array<string>}, {@code enum},
 *     {@code object}, {@code one of}, {@code any}, {@code string or null}
 * @param required whether every such object has it
 * @param format {@code date-time} and the like
 * @param enumValues the values it may have, as texts; empty when it is no enumeration
 * @param isExpandable whether it has fields of its own
 * @param loader lists them when somebody asks, so that schemas may contain themselves
 */
public record SchemaField(
    String name,
    String path,
    String type,
    boolean required,
    @Nullable String description,
    @Nullable String format,
    List<String> enumValues,
    boolean isExpandable,
    Supplier<List<SchemaField>> loader) {

  public SchemaField {
    enumValues = List.copyOf(enumValues);
  }

  /** The fields of its objects, or of the objects in its list. */
  public List<SchemaField> children() {
    return loader.get();
  }
}
