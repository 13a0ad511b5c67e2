package io.patchbay.ui.apis;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import io.patchbay.api.Policies;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How patient calls are; an empty field shows what holds then. */
public final class PoliciesEditor extends Div {

  private static final int BYTES_PER_KIB = 1_024;
  private static final int MAX_RETRIES = 10;

  private final transient Consumer<@Nullable Policies> onChange;
  private final IntegerField connect;
  private final IntegerField response;
  private final IntegerField total;
  private final IntegerField retries;
  private final IntegerField size;
  private final transient Policies before;

  /**
   * The fields.
   *
   * @param below what holds where nothing is said here
   */
  public PoliciesEditor(
      @Nullable Policies policies, Policies below, Consumer<@Nullable Policies> onChange) {
    this.onChange = onChange;
    addClassName("pb-form-grid");
    before = policies == null ? Policies.NONE : policies;
    Policies now = before;
    connect = field("Connect within", "ms", now.connectMs(), below.connectMs());
    response = field("Answer within", "ms", now.responseMs(), below.responseMs());
    total = field("All within", "ms", now.totalMs(), below.totalMs());
    total.setTooltipText("With all retries and the token.");
    retries = field("Retries", "", now.retries(), below.retries());
    retries.setMin(0);
    retries.setMax(MAX_RETRIES);
    retries.setStepButtonsVisible(true);
    retries.setTooltipText("Only of calls that are safe to repeat.");
    size =
        field("Largest answer", "KiB", kib(now.maxResponseBytes()), kib(below.maxResponseBytes()));
    add(connect, response, total, retries, size);
  }

  private IntegerField field(
      String label, String unit, @Nullable Integer value, @Nullable Integer otherwise) {
    var field = new IntegerField(label);
    field.setMin(1);
    if (value != null) {
      field.setValue(value);
    }
    field.setPlaceholder(otherwise == null ? "" : String.valueOf(otherwise));
    if (!unit.isEmpty()) {
      field.setSuffixComponent(new Span(unit));
    }
    field.addValueChangeListener(event -> tell());
    return field;
  }

  private void tell() {
    if (connect.isInvalid()
        || response.isInvalid()
        || total.isInvalid()
        || retries.isInvalid()
        || size.isInvalid()) {
      return;
    }
    var policies =
        before.with(parts -> {
          parts.connectMs = connect.getValue();
          parts.responseMs = response.getValue();
          parts.totalMs = total.getValue();
          parts.retries = retries.getValue();
          parts.maxResponseBytes = size.getValue() == null ? null : size.getValue() * BYTES_PER_KIB;
        });
    onChange.accept(policies.equals(Policies.NONE) ? null : policies);
  }

  private static @Nullable Integer kib(@Nullable Integer bytes) {
    return bytes == null ? null : bytes / BYTES_PER_KIB;
  }
}
