namespace Complaints.Service.Tests.Fuzz;

/// <summary>Changes bytes as broken clients, networks and people do.</summary>
internal static class Mutation
{
    private static readonly byte[] s_telling = [0, 1, 2, 7, 0x0a, 0x0f, 0x12, 0x7f, 0x80, 0xc0, 0xfe, 0xff];

    public static byte[] Of(byte[] message, Random random)
    {
        List<byte> bytes = [.. message];
        for (int changes = random.Next(5); changes > 0; changes--)
        {
            Change(bytes, random);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count + 1);
        int most = Math.Min(bytes.Count - at, 1 + random.Next(16));
        switch (random.Next(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = s_telling[random.Next(s_telling.Length)];
                break;
            case 2:
                bytes.Insert(at, s_telling[random.Next(s_telling.Length)]);
                break;
            case 3:
                bytes.RemoveRange(at, most);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, most));
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                byte[] noise = new byte[random.Next(32)];
                random.NextBytes(noise);
                bytes.InsertRange(at, noise);
                break;
        }
    }
}
