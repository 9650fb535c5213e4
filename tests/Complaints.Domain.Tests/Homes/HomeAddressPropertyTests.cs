using System.Globalization;
using Complaints.Domain.Homes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Complaints.Domain.Tests.Homes;

public sealed class HomeAddressPropertyTests
{
    private static readonly (string Long, string Short)[] s_streets =
        [("High Street", "HIGH ST"), ("Mill Lane", "mill ln."), ("St John's Road", "Saint Johns Rd"), ("Elm Court", "elm ct")];

    private static readonly string[] s_forms =
    [
        "{0} {1}", "Flat {2}, {0} {1}", "Flat {2}, Alder House, {0} {1}", "{0}A {1}",
        "Unit {2}, {0} {1}", "{2}/{0} {1}", "{0}-{2} {1}",
    ];

    [Property(MaxTest = 3_000)]
    public Property Homes_with_other_numbers_forms_or_streets_are_not_alike(
        byte one, byte two, byte three, byte four, byte form, byte street)
    {
        string first = Address(one, two, form % s_forms.Length, street % 4, isShort: false);
        string second = Address(three, four, form / 8 % s_forms.Length, street / 4 % 4, isShort: false);
        bool same = first == second;
        return (HomeAddressTests.Read(first).IsAlike(HomeAddressTests.Read(second)) == same).ToProperty();
    }

    [Property(MaxTest = 3_000)]
    public Property The_spelling_of_an_address_does_not_matter(byte one, byte two, byte form, byte street, bool postcode)
    {
        string end = postcode ? ", W2 1AA" : "";
        HomeAddress plain = HomeAddressTests.Read(Address(one, two, form % s_forms.Length, street % 4, isShort: false) + end);
        HomeAddress typed = HomeAddressTests.Read(
            "  " + Address(one, two, form % s_forms.Length, street % 4, isShort: true).Replace(",", " ,\r\n ").ToLowerInvariant() + end);
        return (plain.IsAlike(typed) && plain.ToString() == typed.ToString()).ToProperty();
    }

    [Property(MaxTest = 3_000)]
    public Property Any_text_is_an_address_or_none_and_like_itself(NonNull<string> text, NonNull<string> other)
    {
        bool read = HomeAddress.TryParse(text.Get, other.Get, out HomeAddress? address);
        return (read == (address is not null)
            && (address is null || (address.IsAlike(address) && address.Text.StartsWith(address.Core, StringComparison.Ordinal))))
            .ToProperty();
    }

    private static string Address(byte one, byte two, int form, int street, bool isShort)
    {
        (string full, string brief) = s_streets[street];
        return string.Format(CultureInfo.InvariantCulture, s_forms[form], one + 1, isShort ? brief : full, two + 1);
    }
}
