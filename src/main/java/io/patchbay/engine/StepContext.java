package io.patchbay.engine;

import io.patchbay.expression.Template;
import io.patchbay.run.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The context of one step; remembers what the step was given. */
final class StepContext implements RunContext {

  private final @Nullable String environment;
  private final Map<String, @Nullable Object> scope;
  private final String identity;
  private final Supplier<Duration> patience;
  private final Consumer<Answer> answer;
  private @Nullable Object input;

  StepContext(
      @Nullable String environment,
      Map<String, @Nullable Object> scope,
      String identity,
      Supplier<Duration> patience,
      Consumer<Answer> answer) {
    this.environment = environment;
    this.scope = scope;
    this.identity = identity;
    this.patience = patience;
    this.answer = answer;
  }

  @Override
  public Map<String, @Nullable Object> scope() {
    return scope;
  }

  @Override
  public @Nullable String environment() {
    return environment;
  }

  @Override
  public String path() {
    return identity.substring(identity.indexOf('|') + 1);
  }

  @Override
  public @Nullable Suspension suspension() {
    return null;
  }

  @Override
  public void announce() {}

  @Override
  public StepResult runMembers(
      @Nullable Integer iteration, Map<String, @Nullable Object> names, @Nullable Template result) {
    throw new UnsupportedOperationException("This step runs by itself.");
  }

  @Override
  public String identity() {
    return identity;
  }

  @Override
  public Duration patience() {
    return patience.get();
  }

  @Override
  public void given(@Nullable Object given) {
    input = given;
  }

  @Override
  public void answer(Answer given) {
    answer.accept(given);
  }

  @Nullable Object input() {
    return input;
  }
}
