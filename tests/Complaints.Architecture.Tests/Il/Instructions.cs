using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace Complaints.Architecture.Tests.Il;

/// <summary>Walks the instructions of a body.</summary>
internal static class Instructions
{
    private static readonly Dictionary<short, OperandType> s_operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value, code => code.OperandType);

    /// <summary>The tokens of types, members, signatures and texts, in the order of the code.</summary>
    public static IReadOnlyList<int> Tokens(BlobReader body)
    {
        List<int> tokens = [];
        while (body.RemainingBytes > 0)
        {
            short code = body.ReadByte();
            if (code == 0xFE)
            {
                code = unchecked((short)(0xFE00 | body.ReadByte()));
            }

            switch (s_operands[code])
            {
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    body.Offset++;
                    break;
                case OperandType.InlineVar:
                    body.Offset += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    body.Offset += 8;
                    break;
                case OperandType.InlineSwitch:
                    int targets = body.ReadInt32();
                    body.Offset += targets * sizeof(int);
                    break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineSig or OperandType.InlineTok
                    or OperandType.InlineType or OperandType.InlineString:
                    tokens.Add(body.ReadInt32());
                    break;
                default:
                    body.Offset += 4;
                    break;
            }
        }

        return tokens;
    }
}
