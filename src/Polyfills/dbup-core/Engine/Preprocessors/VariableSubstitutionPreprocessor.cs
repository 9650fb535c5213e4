using System.Text.RegularExpressions;

namespace DbUp.Engine.Preprocessors;

/// <summary>Puts values in for <c>$name$</c>.</summary>
public partial class VariableSubstitutionPreprocessor : IScriptPreprocessor
{
    private readonly IDictionary<string, string> variables;

    public VariableSubstitutionPreprocessor(IDictionary<string, string> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        this.variables = variables;
    }

    /// <exception cref="InvalidOperationException">A variable has no value.</exception>
    public string Process(string contents) => Variable().Replace(
        contents,
        match => variables.TryGetValue(match.Groups["name"].Value, out var value)
            ? value
            : throw new InvalidOperationException($"Variable {match.Groups["name"].Value} has no value defined"));

    [GeneratedRegex(@"\$(?<name>[\w-]+)\$")]
    private static partial Regex Variable();
}
