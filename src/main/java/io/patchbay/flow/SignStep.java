package io.patchbay.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.patchbay.api.Customization;
import io.patchbay.credential.SignRecipe;
import org.jspecify.annotations.Nullable;

/** Signs the calls that it is patched to; see {@link Customization.Sign}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SignStep(
    String id, @Nullable String name, @Nullable String credential, SignRecipe recipe)
    implements CustomizationStep {

  public SignStep {
    recipe = recipe == null ? SignRecipe.EMPTY : recipe;
  }

  @Override
  public String kind() {
    return "sign";
  }

  @Override
  public Customization customization() {
    return new Customization.Sign(name, credential, recipe);
  }
}
