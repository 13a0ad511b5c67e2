package io.patchbay.engine;

import io.patchbay.expression.Template;
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

  /** Where the step is in the run: its id, within containers for example {@code each[3]/save}. */
  String path();

  /** What the step waited for; absent when it is run for the first time. */
  @Nullable Suspension suspension();

  /**
   * Commits that a call is about to be made that may not be repeated.
   *
   * @throws io.patchbay.run.NotAnnouncedException when that was not possible; then the call must
   *     not be made
   */
  void announce();

  /**
   * Runs the members of this container once, and returns when they are over or wait.
   *
   * @param iteration tells several times from each other: from 0 on; absent where there is one only
   * @param names that members see beside those of {@link #scope()}
   * @param result what the output's {@code body} is; absent for that of the last member
   * @return completed, failed or suspended, as the members are
   */
  StepResult runMembers(
      @Nullable Integer iteration, Map<String, @Nullable Object> names, @Nullable Template result);

  /** Tells this step of this run from all others, and is the same when it is run again. */
  String identity();

  /** What is left of the run's time; never negative. */
  Duration patience();

  /** Tells the record what the step was given, a plain value; called before anything can fail. */
  void given(@Nullable Object input);

  /** Answers whoever started the run. The first answer wins, later ones are forgotten. */
  void answer(Answer answer);
}
