namespace DbUp.Support;

public enum ScriptType
{
    RunOnce = 0,
    RunAlways = 1,
}

public enum ObjectNameOptions
{
    None,
    Trim,
}
