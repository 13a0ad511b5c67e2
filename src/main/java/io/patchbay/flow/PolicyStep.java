package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.Customization;
import io.patchbay.api.Policies;
import org.jspecify.annotations.Nullable;

/** Gives the calls that it is patched to other policies; see {@link Customization.Policy}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PolicyStep(String id, @Nullable String name, Policies policies)
    implements CustomizationStep {

  public PolicyStep {
    policies = policies == null ? Policies.NONE : policies;
  }

  @Override
  public String kind() {
    return "policy";
  }

  @Override
  public Customization customization() {
    return new Customization.Policy(name, policies);
  }
}
