package io.patchbay.flow;

/** A step that runs; the engine has exactly one handler for each kind. */
public sealed interface ActiveStep extends Step
    permits CallStep,
        TransformStep,
        ConditionStep,
        SwitchStep,
        ContainerStep,
        SubflowStep,
        SetStep,
        ValidateStep,
        WaitStep,
        CallbackStep,
        RespondStep,
        FailStep {}
