using Complaints.Protocol.V1;
using Google.Protobuf.Reflection;

namespace Complaints.Service.Tests.Protos;

/// <summary>
/// Within v1 nothing is removed, renumbered, retyped or renamed: the list in complaints.v1.txt may only grow. Set
/// COMPLAINTS_ACCEPT_GOLDEN=1 to add what is new; lines that went are never dropped by it.
/// </summary>
public sealed class ContractTests
{
    private const string Golden = "complaints.v1.txt";

    [Fact]
    public void Every_field_that_was_published_is_still_there_with_its_number_and_type()
    {
        List<string> now = [.. Lines(ReportingReflection.Descriptor), .. Lines(EscalationReflection.Descriptor)];
        string[] before = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Protos", Golden));
        if (Environment.GetEnvironmentVariable("COMPLAINTS_ACCEPT_GOLDEN") == "1")
        {
            File.WriteAllLines(Path.Combine(SourceFolder(), Golden), before.Union(now).Order(StringComparer.Ordinal));
            return;
        }

        Assert.Empty(before.Except(now));
        Assert.Empty(now.Except(before));
    }

    [Theory]
    [InlineData("reporting.proto")]
    [InlineData("escalation.proto")]
    public void Every_field_of_the_contract_has_words_of_its_own(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(SourceFolder(), "..", "..", "..", "protos", "complaints", "v1", file));
        for (int i = 1; i < lines.Length; i++)
        {
            bool declares = System.Text.RegularExpressions.Regex.IsMatch(lines[i], @"^\s+(rpc |.* = \d+;)|^(message|enum|service) ");
            Assert.True(
                !declares || lines[i - 1].TrimStart().StartsWith("//", StringComparison.Ordinal),
                $"{file}:{i + 1} has no comment: {lines[i]}");
        }
    }

    private static IEnumerable<string> Lines(FileDescriptor file)
    {
        foreach (MethodDescriptor method in file.Services.SelectMany(service => service.Methods))
        {
            yield return $"rpc {method.FullName}({Stream(method.IsClientStreaming)}{method.InputType.FullName}) -> {Stream(method.IsServerStreaming)}{method.OutputType.FullName}";
        }

        foreach (FieldDescriptor field in file.MessageTypes.SelectMany(message => message.Fields.InDeclarationOrder()))
        {
            string type = field.FieldType switch
            {
                FieldType.Message => field.MessageType.FullName,
                FieldType.Enum => field.EnumType.FullName,
                _ => field.FieldType.ToString(),
            };
            yield return $"field {field.FullName} = {field.FieldNumber}: {(field.IsRepeated ? "repeated " : field.HasPresence ? "optional " : "")}{type}";
        }

        foreach (EnumValueDescriptor value in file.EnumTypes.SelectMany(type => type.Values))
        {
            yield return $"value {value.EnumDescriptor.FullName}.{value.Name} = {value.Number}";
        }
    }

    private static string Stream(bool streams) => streams ? "stream " : "";

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
