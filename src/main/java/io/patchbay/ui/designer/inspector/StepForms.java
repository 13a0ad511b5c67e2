package io.patchbay.ui.designer.inspector;

import io.patchbay.flow.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The forms of all kinds of steps. */
@Component
public class StepForms {

  private final List<StepForm<?>> forms;

  StepForms(List<StepForm<?>> forms, CustomizationStepForms customizations) {
    this.forms = Stream.concat(forms.stream(), customizations.all().stream()).toList();
  }

  /** Those that stand in this part of the palette, in its order. */
  public List<StepForm<?>> in(StepForm.Group group) {
    return forms.stream().filter(form -> form.group() == group).toList();
  }

  public Optional<StepForm<?>> ofKind(String kind) {
    return forms.stream()
        .<StepForm<?>>map(form -> form)
        .filter(f -> f.kind().equals(kind))
        .findFirst();
  }

  /** The form of this step. */
  @SuppressWarnings("unchecked") // a form's type is that of the steps of its kind
  public <S extends Step> StepForm<S> of(S step) {
    return (StepForm<S>)
        forms.stream()
            .filter(form -> form.type().isInstance(step))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No form for " + step.kind()));
  }
}
