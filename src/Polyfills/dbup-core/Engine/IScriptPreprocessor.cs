namespace DbUp.Engine;

/// <summary>Changes a script's text before it is executed.</summary>
public interface IScriptPreprocessor
{
    string Process(string contents);
}
