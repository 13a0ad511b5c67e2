package io.patchbay.engine;

import io.patchbay.run.Answer;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The run, as far as one of its steps may see it. */
public interface RunContext {

  /** The names that expressions see. */
  Map<String, @Nullable Object> scope();

  /** The environment that the run is in; absent for none. */
  @Nullable String environment();

  /** Tells this step of this run from all others, and is the same when it is run again. */
  String identity();

  /** What is left of the run's time; never negative. */
  Duration patience();

  /** Tells the record what the step was given, a plain value; called before anything can fail. */
  void given(@Nullable Object input);

  /** Answers whoever started the run. The first answer wins, later ones are forgotten. */
  void answer(Answer answer);
}
